package org.metricgateway.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.metricgateway.bench.load.Ask;
import org.metricgateway.bench.load.Contest;
import org.metricgateway.bench.load.Wrk;
import org.metricgateway.bench.peer.Answers;
import org.metricgateway.bench.peer.Server;
import org.metricgateway.bench.peer.Stage;

/**
 * What every case works with.
 *
 * @param dir for what is written
 */
record Bench(Path dir, Effort effort, Answers answers) {

    /** Netty wants it said that it may use the JDK's fastest ways to memory. */
    private static final List<String> SINCE_24 =
            Runtime.version().feature() < 24 ? List.of() : List.of("--sun-misc-unsafe-memory-access=allow");

    Stage stage() {
        return new Stage(dir, answers);
    }

    Contest contest() {
        return contest(effort.connections());
    }

    Contest contest(int connections) {
        return new Contest(new Wrk(dir, connections), effort);
    }

    /** Many requests, before anything is measured. */
    void warm(Server server, Ask ask) throws IOException {
        new Wrk(dir, effort.connections()).run(server, ask, effort.warmup());
    }

    /** For each JVM that is measured: of {@code JAVA_FLAGS}, else as much memory as all of them do well with. */
    static String[] flags(String... more) {
        String given = System.getenv("JAVA_FLAGS");
        Stream<String> flags = Stream.of((given == null ? "-Xmx256m -XX:+UseParallelGC" : given).split(" "));
        return Stream.of(flags, SINCE_24.stream(), Stream.of(more))
                .flatMap(all -> all)
                .toArray(String[]::new);
    }
}
