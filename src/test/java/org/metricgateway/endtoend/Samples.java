package org.metricgateway.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The points that every differential test reads, always the same. */
final class Samples {

    /** Milliseconds of the first point. */
    static final long START = 1_600_000_000_000L;

    /** Between two points of one series; nothing that a sampling of whole minutes would meet each time. */
    static final long STEP = 7 * 60_000 + 13;

    static final int LENGTH = 25;
    static final List<String> HOSTS = List.of("a", "b", "c");
    static final List<String> NUMBERS = List.of("cpu.load", "cpu.idle", "mem.used", "mem.free", "mem.é 漢");
    static final List<String> OTHERS =
            List.of("cpu.note", "mem.mixed", "cpu.odd", "mem.odd", "cpu.nosuch", "mem.nosuch");

    private static final List<String> ODD = List.of(
            "1e300", "1.0e300", "-0.0", "0.1", "1.0", "123456789012345678", "9007199254740993", "1e-7", "12345678.9");

    private final Random random = new Random(3);

    /** Write bodies; each names metrics of both owners. */
    static List<String> bodies() {
        Samples samples = new Samples();
        List<String> series = new ArrayList<>();
        for (String metric : NUMBERS) {
            HOSTS.forEach(host -> series.add(samples.series(metric, host, metric.equals("cpu.idle"))));
        }
        series.add(line("cpu.note", "{\"host\":\"a\"}", "[[%d,\"up\"],[%d,\"down\"]]".formatted(START, START + STEP)));
        series.add(line(
                "mem.mixed", "{\"host\":\"b\"}", "[[%d,1],[%d,\"none\"],[%d,2.5]]".formatted(START, START, START)));
        series.add(line("mem.odd", "{\"host\":\"b\",\"rack\":\"9\"}", odd()));
        series.add(line("cpu.odd", "{\"host\":\"a\",\"rack\":\"9\"}", odd()));
        return List.of(array(series.subList(0, 9)), array(series.subList(9, series.size())));
    }

    static String array(List<String> lines) {
        return lines.stream().collect(Collectors.joining(",\n", "[", "]"));
    }

    static String line(String metric, String tags, String datapoints) {
        return "{\"name\":\"%s\",\"tags\":%s,\"datapoints\":%s}".formatted(metric, tags, datapoints);
    }

    private String series(String metric, String host, boolean whole) {
        String tags = "{\"host\":\"%s\",\"dc\":\"%s\"}".formatted(host, host.equals("c") ? "y" : "x");
        String datapoints = IntStream.range(0, LENGTH)
                .mapToObj(i -> "[%d,%s]".formatted(START + i * STEP, value(whole)))
                .collect(Collectors.joining(",", "[", "]"));
        return line(metric, tags, datapoints);
    }

    private String value(boolean whole) {
        return whole ? Integer.toString(random.nextInt(100)) : random.nextInt(1000) / 10.0 + "";
    }

    private static String odd() {
        return IntStream.range(0, ODD.size())
                .mapToObj(i -> "[%d,%s]".formatted(START + i * 1000L, ODD.get(i)))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
