package org.metricgateway.merge;

/** A key of an answer, gathered byte by byte. */
final class Key {

    private static final int LONGEST = 64;

    private final StringBuilder text = new StringBuilder();

    void clear() {
        text.setLength(0);
    }

    /** Follows the key, from behind its first quote. False after its last. */
    boolean open(byte b) {
        if (b == '"') {
            return false;
        }
        // KairosDB escapes none of its keys: one that does could hide a second "queries".
        if (b == '\\' || text.length() == LONGEST) {
            throw new NotAnAnswer("has a key that KairosDB does not have");
        }
        text.append((char) (b & 0xff));
        return true;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
