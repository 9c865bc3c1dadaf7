package org.metricgateway.metric;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The measurement at the head of a line: read as it stands, and named without its escapes. */
final class Measurement {

    private static final String ESCAPED = ",\" =";

    private final int longest;
    private byte[] raw = new byte[64];
    private int length;
    private byte[] previous = new byte[64];
    private int previousLength;
    private String name = "";

    /** @param longest bytes of a name */
    Measurement(int longest) {
        this.longest = longest;
    }

    /**
     * Reads it up to the comma or the blank behind it, which a backslash before hides.
     *
     * @param first its first byte, whatever that is
     * @return false if the line ends before
     * @throws UnreadableRequest if it is too long
     */
    boolean read(LineBytes bytes, int first) {
        length = 0;
        int b = first;
        do {
            add(b);
            int last = b;
            b = bytes.next();
            if (last != '\\' && (b == ',' || b == ' ')) {
                rename();
                return true;
            }
        } while (b != LineBytes.END);
        return false;
    }

    /** The same string for lines of one measurement that follow each other. */
    String name() {
        return name;
    }

    private void add(int b) {
        if (length == raw.length) {
            raw = Arrays.copyOf(raw, 2 * length);
        }
        raw[length++] = (byte) b;
        // An escape is two bytes for one.
        if (length > 2L * longest) {
            throw tooLong();
        }
    }

    private void rename() {
        if (Arrays.equals(raw, 0, length, previous, 0, previousLength)) {
            return;
        }
        byte[] other = previous;
        previous = raw;
        previousLength = length;
        raw = other;
        byte[] plain = unescaped(previous, previousLength);
        if (plain.length > longest) {
            throw tooLong();
        }
        name = new String(plain, StandardCharsets.UTF_8);
    }

    private static byte[] unescaped(byte[] raw, int length) {
        byte[] plain = new byte[length];
        int to = 0;
        for (int i = 0; i < length; i++) {
            if (raw[i] == '\\' && i + 1 < length && ESCAPED.indexOf(raw[i + 1]) >= 0) {
                i++;
            }
            plain[to++] = raw[i];
        }
        return Arrays.copyOf(plain, to);
    }

    private UnreadableRequest tooLong() {
        return new UnreadableRequest("a measurement's name is longer than " + longest + " bytes");
    }
}
