package org.metricgateway.config;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that are a number, most with a unit. */
public final class Amounts {

    private static final Pattern NUMBER_UNIT = Pattern.compile("(\\d+)([A-Za-z]*)");

    private static final Map<String, Long> BYTES = Map.of(
            "", 1L,
            "B", 1L,
            "kB", 1_000L,
            "MB", 1_000_000L,
            "GB", 1_000_000_000L,
            "KiB", 1L << 10,
            "MiB", 1L << 20,
            "GiB", 1L << 30);

    private static final Map<String, Long> MILLISECONDS = Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L);

    static final Reading<Integer> POSITIVE = count(1, Integer.MAX_VALUE);

    static final Reading<Long> SIZE =
            positive(Long.MAX_VALUE, "must be a size above 0, such as 64MiB, 10kB, 1GiB or plain bytes");

    static final Reading<Integer> SMALL_SIZE = text ->
            Math.toIntExact(positive(Integer.MAX_VALUE, "must be a size from 1 to 2147483647 bytes, such as 1KiB")
                    .of(text));

    /** Milliseconds beyond an int are more than sockets and timers take. */
    static final Reading<Duration> TIME = text -> Duration.ofMillis(
            amount(text, MILLISECONDS, Integer.MAX_VALUE, "must be a time up to 596h, such as 30s, 500ms, 2m or 1h"));

    static final Reading<Duration> POSITIVE_TIME =
            TIME.where(time -> !time.isZero(), "must be a time above 0, such as 30s, 500ms, 2m or 1h");

    private Amounts() {}

    /** A time above 0, as the properties have it; none if it is not one. */
    public static Optional<Duration> time(String text) {
        try {
            return Optional.of(POSITIVE_TIME.of(text));
        } catch (BadValue e) {
            return Optional.empty();
        }
    }

    static Reading<Integer> count(int least, int most) {
        String right = "must be a whole number from " + least + " to " + most;
        Reading<Integer> count = text -> Math.toIntExact(amount(text, Map.of("", 1L), most, right));
        return count.where(number -> number >= least, right);
    }

    private static Reading<Long> positive(long most, String right) {
        Reading<Long> size = text -> amount(text, BYTES, most, right);
        return size.where(bytes -> bytes > 0, right);
    }

    private static long amount(String text, Map<String, Long> units, long most, String right) {
        Matcher matcher = NUMBER_UNIT.matcher(text);
        if (!matcher.matches() || !units.containsKey(matcher.group(2))) {
            throw BadValue.shown(text, right);
        }
        BigInteger amount = new BigInteger(matcher.group(1)).multiply(BigInteger.valueOf(units.get(matcher.group(2))));
        if (amount.compareTo(BigInteger.valueOf(most)) > 0) {
            throw BadValue.shown(text, right);
        }
        return amount.longValueExact();
    }
}
