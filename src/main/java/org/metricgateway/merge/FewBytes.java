package org.metricgateway.merge;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Follows a value through a short answer, with no more to set up. */
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
        while (open && i <= to - Long.BYTES) {
            i += nesting.step((long) WORD.get(bytes, i));
            open = nesting.isOpen();
        }
        while (open && i < to) {
            open = nesting.open(bytes[i++]);
        }
        return i;
    }
}
