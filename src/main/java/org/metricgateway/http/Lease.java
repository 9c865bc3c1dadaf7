package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;

/** What one request takes of the gateway's limits, and the buffers that it owns. Large bodies are worked on apart from its event loop. */
final class Lease {

    private final List<ByteBuf> kept = new ArrayList<>(2);
    private long bytes;
    private boolean counted;
    private long merged;
    private boolean over;

    /**
     * @param held bytes taken of the edge's budget so far
     * @param isCounted whether it is one of the edge's requests in flight
     */
    synchronized void begin(long held, boolean isCounted) {
        bytes = held;
        counted = isCounted;
    }

    /** Takes this many bytes more, until the answer is written. */
    synchronized boolean take(Budget budget, long more) {
        if (over || !budget.take(more)) {
            return false;
        }
        bytes += more;
        return true;
    }

    /** Gives these bytes back before the answer is written. */
    synchronized void give(Budget budget, long less) {
        if (!over) {
            budget.give(less);
            bytes -= less;
        }
    }

    /** So many bytes of answers are collected for it, these included. */
    long merged(long more) {
        merged += more;
        return merged;
    }

    /** Takes over a buffer of an answer, until the exchange is done with it. */
    synchronized void keep(ByteBuf buffer) {
        kept.add(buffer);
    }

    /** What was kept is somebody else's again. */
    synchronized void leave(ByteBuf buffer) {
        kept.removeIf(each -> each == buffer);
    }

    /** The exchange is done: nobody reads the answers any more. */
    synchronized void releaseBuffers() {
        kept.forEach(ByteBuf::release);
        kept.clear();
    }

    /** The answer is written, or nobody waits for it: others may have its room. */
    synchronized void giveBack(Edge edge) {
        edge.bytes().give(bytes);
        edge.requests().give(counted ? 1 : 0);
        bytes = 0;
        counted = false;
        over = true;
    }
}
