package org.metricgateway.config;

/**
 * One thing that is wrong with the configuration. Never holds a secret.
 *
 * @param key that is at fault
 * @param wrong what is wrong, as the rest of a sentence that starts with the key
 * @param right what would be right
 * @param where the key was set: a file and its line, an environment name, a system property; empty if nowhere
 */
public record Fault(String key, String wrong, String right, String where) {

    /** On one line, whatever the configuration holds. */
    @Override
    public String toString() {
        String place = where.isEmpty() ? "" : " (" + where + ")";
        return (key + ": " + wrong + "; " + right + place).replaceAll("[\\p{Cntrl}\\x80-\\x9F\\u2028\\u2029]", "?");
    }
}
