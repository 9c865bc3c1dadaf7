package org.metricgateway.bench.peer;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is asked and what is answered, in KairosDB's words. */
public final class Bodies {

    private static final int ANSWER = 1_000;
    private static final String QUERIES = "{\"queries\":[";

    private Bodies() {}

    /** One metric takes 170 bytes. */
    public static String query(String... metrics) {
        return Stream.of(metrics)
                .map(metric -> "{\"name\":\"" + metric + "\",\"tags\":{\"host\":[\"a\",\"b\"]},\"aggregators\":"
                        + "[{\"name\":\"avg\",\"sampling\":{\"value\":1,\"unit\":\"minutes\"}}]}")
                .collect(Collectors.joining(
                        ",", "{\"start_relative\":{\"value\":1,\"unit\":\"hours\"},\"metrics\":[", "]}"));
    }

    /** An answer of about 1 KB, in which the elements share the points. */
    public static String answer(int elements) {
        return IntStream.range(0, elements)
                .mapToObj(element -> element(ANSWER / elements))
                .collect(Collectors.joining(",", QUERIES, "]}"));
    }

    /** An answer of one element. */
    public static String answerOf(int bytes) {
        return QUERIES + element(bytes - QUERIES.length() - 2) + "]}";
    }

    private static String element(int bytes) {
        String end = "]}]}";
        StringBuilder text = new StringBuilder(bytes + 32)
                .append("{\"sample_size\":20,\"results\":[{\"name\":\"cpu.load\",\"group_by\":[{\"name\":\"type\",")
                .append("\"type\":\"number\"}],\"tags\":{\"host\":[\"a\"]},\"values\":[");
        points(text, bytes - end.length());
        return text.append(end).toString();
    }

    /** A write to these metrics, by turns. */
    public static String write(int bytes, String... metrics) {
        int each = bytes / metrics.length;
        return Stream.of(metrics).map(metric -> written(metric, each)).collect(Collectors.joining(",", "[", "]"));
    }

    private static String written(String metric, int bytes) {
        StringBuilder text = new StringBuilder(bytes + 32)
                .append("{\"name\":\"")
                .append(metric)
                .append("\",\"tags\":{\"host\":\"a\",\"dc\":\"x\"},\"datapoints\":[");
        points(text, bytes - 2);
        return text.append("]}").toString();
    }

    private static void points(StringBuilder text, int end) {
        String separator = "";
        for (int i = 0; text.length() < end; i++) {
            text.append(separator).append('[').append(1_700_000_000_000L + 1_000L * i);
            text.append(',').append(i * 137 % 100_000 / 1000.0).append(']');
            separator = ",";
        }
    }
}
