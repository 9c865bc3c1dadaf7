package org.metricgateway.restart;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.metricgateway.support.Answer;
import org.metricgateway.support.InfluxServer;
import org.metricgateway.support.Message;
import org.metricgateway.support.Turn;

/** Writes of few or many points, each with a timestamp of its own: a multiple of the request's number, and on from there. */
final class Points implements Turn {

    private static final int MOST = 50;

    private final String measurement;
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();

    Points(String measurement) {
        this.measurement = measurement;
    }

    @Override
    public String request(int number) {
        String lines = times(number)
                .mapToObj(time -> measurement + " value=" + number + "i " + time)
                .collect(Collectors.joining("\n"));
        return Message.post("/write?db=" + InfluxServer.DATABASE, lines);
    }

    private static LongStream times(int number) {
        long first = (long) MOST * number;
        return LongStream.range(first, first + (number % 3 == 0 ? MOST : 1));
    }

    @Override
    public Optional<String> fault(int number, Answer answer) {
        if (answer.status() != 204) {
            return Optional.of(answer.toString());
        }
        times(number).forEach(acknowledged::add);
        return Optional.empty();
    }

    String measurement() {
        return measurement;
    }

    /** Their timestamps. */
    Set<Long> acknowledged() {
        return acknowledged;
    }
}
