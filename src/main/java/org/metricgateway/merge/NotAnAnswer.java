package org.metricgateway.merge;

/** What an owner sent is not what the database answers. The message is the rest of a sentence about that answer. */
public final class NotAnAnswer extends RuntimeException {

    NotAnAnswer(String reason) {
        super(reason, null, false, false);
    }

    static NotAnAnswer unexpected(byte b, long at) {
        String shown = b > ' ' && b < 127 ? "'" + (char) b + "'" : "byte " + (b & 0xff);
        return new NotAnAnswer("has an unexpected " + shown + " at byte " + at);
    }
}
