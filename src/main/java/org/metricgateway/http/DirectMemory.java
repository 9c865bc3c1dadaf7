package org.metricgateway.http;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.internal.PlatformDependent;

/** What Netty's buffers take outside the heap. */
public final class DirectMemory {

    private DirectMemory() {}

    public static long used() {
        long counted = PlatformDependent.usedDirectMemory();
        // Not counted where the JVM itself frees them.
        return counted >= 0 ? counted : PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
    }

    public static long limit() {
        return PlatformDependent.maxDirectMemory();
    }
}
