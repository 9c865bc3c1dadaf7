package org.metricgateway.metric;

import java.util.Arrays;

/**
 * Strict JSON of the plain kind, in one pass over its bytes: ASCII only, no escapes. Every method answers the place behind what it
 * passes, or {@link #NOT_PLAIN}: then only a whole parser can tell what stands there, and what is wrong with it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class PlainJson {

    static final int NOT_PLAIN = -1;

    private static final int DEPTH = 32;

    private static final int LONGEST_NUMBER = 100;

    private static final byte[][] WORDS = {{'t', 'r', 'u', 'e'}, {'f', 'a', 'l', 's', 'e'}, {'n', 'u', 'l', 'l'}};

    private final byte[] text;

    PlainJson(byte[] text) {
        this.text = text;
    }

    /** The byte there; 0 behind the end. */
    byte at(int place) {
        return place >= 0 && place < text.length ? text[place] : 0;
    }

    int spaces(int from) {
        int place = from;
        for (byte b = at(place); b == ' ' || b == '\n' || b == '\r' || b == '\t'; b = at(place)) {
            place++;
        }
        return place;
    }

    /** Passes a string with its quotes. */
    int string(int from) {
        if (at(from) != '"') {
            return NOT_PLAIN;
        }
        for (int place = from + 1; place < text.length; place++) {
            byte b = text[place];
            if (b == '"') {
                return place + 1;
            }
            if (b < ' ' || b == '\\') {
                return NOT_PLAIN;
            }
        }
        return NOT_PLAIN;
    }

    /** Whether what stands between, quotes included, is this word. */
    boolean is(String word, int from, int to) {
        if (to - from != word.length() + 2) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[from + 1 + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Passes the colon behind a name, up to the value. */
    int colon(int from) {
        int colon = spaces(from);
        return at(colon) == ':' ? spaces(colon + 1) : NOT_PLAIN;
    }

    int value(int from) {
        return value(from, DEPTH);
    }

    private int value(int from, int depth) {
        return switch (at(from)) {
            case '"' -> string(from);
            case '{', '[' -> depth == 0 ? NOT_PLAIN : all(from, depth - 1);
            case 't', 'f', 'n' -> word(from);
            default -> number(from);
        };
    }

    private int all(int from, int depth) {
        boolean object = text[from] == '{';
        char end = object ? '}' : ']';
        int place = spaces(from + 1);
        if (at(place) == end) {
            return place + 1;
        }
        while (true) {
            place = spaces(value(object ? colon(string(place)) : place, depth));
            if (at(place) != ',') {
                return at(place) == end ? place + 1 : NOT_PLAIN;
            }
            place = spaces(place + 1);
        }
    }

    private int word(int from) {
        for (byte[] word : WORDS) {
            int to = from + word.length;
            if (to <= text.length && Arrays.equals(text, from, to, word, 0, word.length)) {
                return to;
            }
        }
        return NOT_PLAIN;
    }

    private int number(int from) {
        int place = at(from) == '-' ? from + 1 : from;
        place = at(place) == '0' ? place + 1 : digits(place);
        if (at(place) == '.') {
            place = digits(place + 1);
        }
        if (at(place) == 'e' || at(place) == 'E') {
            boolean signed = at(place + 1) == '-' || at(place + 1) == '+';
            place = digits(signed ? place + 2 : place + 1);
        }
        return place - from > LONGEST_NUMBER ? NOT_PLAIN : place;
    }

    /** At least one. */
    private int digits(int from) {
        int place = from;
        while (at(place) >= '0' && at(place) <= '9') {
            place++;
        }
        return place == from ? NOT_PLAIN : place;
    }
}
