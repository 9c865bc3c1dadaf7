package org.metricgateway.config;

/** A value that cannot be what its key wants. */
final class BadValue extends RuntimeException {

    private final String wrong;
    private final String right;

    BadValue(String wrong, String right) {
        super(wrong);
        this.wrong = wrong;
        this.right = right;
    }

    /** Of a value that is no secret. */
    static BadValue shown(String text, String right) {
        return text.isEmpty() ? new BadValue("is empty", right) : new BadValue("is \"" + text + "\"", right);
    }

    String wrong() {
        return wrong;
    }

    String right() {
        return right;
    }
}
