package org.metricgateway.metric;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The unit in which the timestamps of an InfluxDB write count. */
public enum Precision {
    NANOSECONDS(1),
    MICROSECONDS(1_000),
    MILLISECONDS(1_000_000),
    SECONDS(1_000_000_000L),
    MINUTES(60_000_000_000L),
    HOURS(3_600_000_000_000L);

    private final long nanos;

    Precision(long nanos) {
        this.nanos = nanos;
    }

    /** The parameter {@code precision} of {@code /write}: what InfluxDB 1.x does not know, it takes for nanoseconds. */
    public static Precision of(String parameter) {
        return switch (parameter == null ? "" : parameter) {
            case "u" -> MICROSECONDS;
            case "ms" -> MILLISECONDS;
            case "s" -> SECONDS;
            case "m" -> MINUTES;
            case "h" -> HOURS;
            default -> NANOSECONDS;
        };
    }

    /** That of {@code /api/v2/write}, which has another word for microseconds, and nothing above seconds. */
    public static Precision ofV2(String parameter) {
        return switch (parameter == null ? "" : parameter) {
            case "us" -> MICROSECONDS;
            case "ms" -> MILLISECONDS;
            case "s" -> SECONDS;
            default -> NANOSECONDS;
        };
    }

    /** This instant as a timestamp. */
    public long timestamp(Instant instant) {
        return Math.floorDiv(ChronoUnit.NANOS.between(Instant.EPOCH, instant), nanos);
    }
}
