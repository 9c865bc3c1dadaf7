package org.metricgateway.bench;

/**
 * How long it may take, from the environment.
 *
 * @param rounds of each contender; the median counts ({@code ROUNDS})
 * @param seconds of a round ({@code SECONDS_EACH})
 * @param warmup seconds before the first round of a contender ({@code WARMUP})
 * @param connections of the clients ({@code CONNECTIONS})
 */
public record Effort(int rounds, int seconds, int warmup, int connections) {

    static Effort ofEnvironment() {
        return new Effort(
                number("ROUNDS", 3), number("SECONDS_EACH", 6), number("WARMUP", 30), number("CONNECTIONS", 64));
    }

    private static int number(String name, int fallback) {
        String value = System.getenv(name);
        return value == null ? fallback : Integer.parseInt(value);
    }
}
