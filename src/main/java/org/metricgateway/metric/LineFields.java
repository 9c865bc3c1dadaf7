package org.metricgateway.metric;

/** Finds the end of the fields of a line, as InfluxDB 1.x does: the first blank that is neither quoted nor escaped. */
final class LineFields {

    private boolean quoted;
    private int equals;
    private int commas;
    private int last;

    /**
     * Reads them.
     *
     * @param first their first byte
     * @return the byte behind them
     */
    int read(LineBytes bytes, int first) {
        int b = first;
        while (b != LineBytes.END && (b != ' ' || quoted)) {
            last = b;
            if (b == '\\') {
                int escaped = bytes.next();
                b = escaped == LineBytes.END ? escaped : bytes.next();
                last = escaped == LineBytes.END ? last : escaped;
            } else {
                count(b);
                b = bytes.next();
            }
        }
        return b;
    }

    /** Whether something may stand behind them: no quote is open, and a blank would be one. */
    boolean areWhole() {
        return !quoted && equals > 0 && last != '\\';
    }

    private void count(int b) {
        if (b == '"') {
            quoted ^= equals > commas;
        } else if (!quoted) {
            equals += b == '=' ? 1 : 0;
            commas += b == ',' ? 1 : 0;
        }
    }
}
