package org.metricgateway.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two hours of two hosts, one point a minute, as one KairosDB write of four metrics. */
final class DemoPoints {

    private static final List<String> METRICS = List.of("cpu.load", "cpu.idle", "mem.used", "mem.free");
    private static final List<String> HOSTS = List.of("web-1", "web-2");
    private static final int MINUTES = 120;

    static final int COUNT = METRICS.size() * HOSTS.size() * MINUTES;

    private DemoPoints() {}

    static String upTo(Instant end) {
        return METRICS.stream()
                .flatMap(metric -> HOSTS.stream().map(host -> series(metric, host, end)))
                .collect(Collectors.joining(",\n", "[", "]"));
    }

    private static String series(String metric, String host, Instant end) {
        IntToDoubleFunction value = minute -> 50 + 40 * Math.sin(minute / 20.0 + (metric + host).hashCode() % 7);
        Stream<String> points = IntStream.range(0, MINUTES)
                .mapToObj(minute -> String.format(
                        Locale.ROOT,
                        "[%d,%.2f]",
                        end.minus(Duration.ofMinutes(MINUTES - minute)).toEpochMilli(),
                        value.applyAsDouble(minute)));
        return "{\"name\":\"%s\",\"tags\":{\"host\":\"%s\"},\"datapoints\":[%s]}"
                .formatted(metric, host, points.collect(Collectors.joining(",")));
    }
}
