package org.metricgateway.merge;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Follows a value through a short answer: from one byte that may mean something to the next, with no more to set up. */
final class FewBytes {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Nesting nesting;

    FewBytes(Nesting nesting) {
        this.nesting = nesting;
    }

    /** @return the place behind the value's last byte, or {@code to} */
    int follow(byte[] bytes, int from, int to) {
        int i = from;
        boolean open = true;
        while (open && i < to) {
            i = meaning(bytes, i, to);
            if (isNextRow(bytes, i, to)) {
                i += 3;
            } else if (i < to) {
                open = nesting.open(bytes[i++]);
            }
        }
        return i;
    }

    /** The place of the next byte that may mean something. */
    private int meaning(byte[] bytes, int from, int to) {
        if (nesting.isEscaped()) {
            return from;
        }
        boolean quoted = nesting.isQuoted();
        int i = from;
        for (int last = to - Long.BYTES; i <= last; i += Long.BYTES) {
            long word = (long) WORD.get(bytes, i);
            long found = quoted ? Words.quotes(word) : Words.bounds(word);
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        return i;
    }

    /** From the end of one list into the next one of the same: where that is, nothing changes. */
    private boolean isNextRow(byte[] bytes, int i, int to) {
        return to - i > 2 && bytes[i] == ']' && bytes[i + 1] == ',' && bytes[i + 2] == '[' && nesting.mayBeRows();
    }
}
