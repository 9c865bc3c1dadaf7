package org.metricgateway.config;

/**
 * An environment name of another proxy's, and the key that means the same.
 *
 * @param name without what all names of that proxy begin with
 * @param reading of its value
 * @param unit that its numbers are in; empty for words and plain numbers
 * @param fallback what that proxy takes where the name is not set
 */
record Alias(String name, String key, Reading<?> reading, String unit, String fallback) {

    private static final int MOST = 86_400_000;

    static Alias text(String name, String key, String fallback) {
        return new Alias(name, key, text -> text, "", fallback);
    }

    static Alias count(String name, String key, int least, int most, String fallback) {
        return new Alias(name, key, Amounts.count(least, most), "", fallback);
    }

    /** Its name ends with its unit. */
    static Alias time(String name, String key, int least, String fallback) {
        boolean millis = name.endsWith("_MS");
        Reading<Integer> count = Amounts.count(least, millis ? MOST : MOST / 1000);
        return new Alias(name, key, count, millis ? "ms" : "s", fallback);
    }

    /**
     * As the key wants it.
     *
     * @throws BadValue if the name cannot have this value
     */
    String value(String text) {
        return reading.of(text) + unit;
    }

    String defaultValue() {
        return fallback + unit;
    }
}
