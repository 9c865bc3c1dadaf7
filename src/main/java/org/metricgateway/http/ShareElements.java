package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.metricgateway.merge.AnswerScan;
import org.metricgateway.merge.ElementPart;
import org.metricgateway.merge.QueryAnswer;

/** One owner's answer to a query: whole, or cut into parts of its elements, which wait for their turn. It owns the buffers. */
final class ShareElements {

    /** @param last whether the element ends with it */
    record Part(ByteBuf bytes, boolean last) {}

    private final AnswerScan scan;
    private final Deque<Part> parts = new ArrayDeque<>(0);
    private ByteBuf body = Unpooled.EMPTY_BUFFER;
    private long held;
    private boolean ended;

    /** @param expected how many elements there should be */
    ShareElements(int expected) {
        scan = new AnswerScan(expected);
    }

    /**
     * Takes the bytes over.
     *
     * @throws org.metricgateway.merge.NotAnAnswer at the first that shows it
     */
    void add(Channel channel, ByteBuf bytes) {
        int length = bytes.readableBytes();
        held += length;
        ByteBuffer[] chunks = bytes.nioBuffers();
        body = Gathering.join(channel, body, bytes);
        for (ByteBuffer chunk : chunks) {
            scan.process(chunk);
        }
    }

    /** @throws org.metricgateway.merge.NotAnAnswer if the answer is not whole */
    QueryAnswer end() {
        ended = true;
        return scan.finish();
    }

    boolean isEnded() {
        return ended;
    }

    /** Whether it is known what comes before its elements. */
    boolean hasBegun() {
        return scan.hasBegun();
    }

    boolean repeatsQuery() {
        return scan.repeatsQuery();
    }

    /** Bytes that are here. */
    long held() {
        return held;
    }

    /** As long as it was not cut; still owned here. */
    ByteBuf body() {
        return body;
    }

    /** Cuts what came since the last time; what stands around the elements is let go. */
    void cut() {
        ByteBuf whole = body;
        body = Unpooled.EMPTY_BUFFER;
        held -= whole.readableBytes();
        for (ElementPart part : scan.parts()) {
            int from = whole.readerIndex() + part.bytes().from();
            int length = part.bytes().length();
            held += length;
            if (whole instanceof CompositeByteBuf composite && length > 0) {
                // Each by itself, so that what was written does not wait for the rest.
                composite.decompose(from, length).forEach(each -> parts.add(new Part(each.retain(), false)));
                parts.add(new Part(Unpooled.EMPTY_BUFFER, part.last()));
            } else {
                parts.add(new Part(whole.retainedSlice(from, length), part.last()));
            }
        }
        whole.release();
    }

    /** The next part, which the caller owns from now on; null if there is none yet. */
    Part next() {
        Part part = parts.poll();
        held -= part == null ? 0 : part.bytes().readableBytes();
        return part;
    }

    void release() {
        body.release();
        body = Unpooled.EMPTY_BUFFER;
        parts.forEach(part -> part.bytes().release());
        parts.clear();
        held = 0;
    }
}
