package org.metricgateway.restart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metricgateway.support.Reply;
import org.metricgateway.support.Request;
import org.metricgateway.support.ScriptedBackend;

/**
 * Backends of which some are away, each of which answers a request with what it was sent. Several groups may share them.
 *
 * @param away how many are away, the first ones
 * @param flapping whether those come and go
 */
record Stage(List<ScriptedBackend> backends, int away, boolean flapping) implements AutoCloseable {

    static Stage of(int size, int away, boolean flapping) {
        List<ScriptedBackend> backends =
                IntStream.range(0, size).mapToObj(i -> ScriptedBackend.start()).toList();
        backends.forEach(backend -> backend.script().alwaysBy(Stage::echo));
        return new Stage(backends, away, flapping);
    }

    /** Every number of backends, of which none, half, all but one or all are away. */
    static List<Stage> all() {
        List<Stage> stages = new ArrayList<>();
        for (int size : List.of(2, 5, 10)) {
            IntStream.of(0, size / 2, size - 1, size).distinct().forEach(away -> {
                stages.add(of(size, away, false));
                if (away > 0) {
                    stages.add(of(size, away, true));
                }
            });
        }
        return stages;
    }

    private static Reply echo(Request request) {
        return Reply.json(200, request.body());
    }

    String urls() {
        return backends.stream().map(ScriptedBackend::url).collect(Collectors.joining(", "));
    }

    /** Whether one that stays is always there. */
    boolean canAlwaysAnswer() {
        return away < backends.size();
    }

    boolean canNeverAnswer() {
        return !canAlwaysAnswer() && !flapping;
    }

    /** As when its process is killed: its connections end too. */
    void leave() {
        backends.subList(0, away).forEach(ScriptedBackend::close);
    }

    void comeBack() {
        backends.subList(0, away).forEach(ScriptedBackend::accept);
    }

    /** @param metric a part of what they were sent */
    long sent(String metric) {
        return backends.stream()
                .flatMap(backend -> backend.requests().stream())
                .filter(request -> request.text().contains(metric))
                .count();
    }

    @Override
    public void close() {
        backends.forEach(ScriptedBackend::close);
    }
}
