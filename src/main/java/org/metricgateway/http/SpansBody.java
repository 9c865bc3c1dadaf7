package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;
import java.util.List;
import org.metricgateway.metric.Body;
import org.metricgateway.metric.Span;

/** Some bytes of a body, in their order, as a body of its own: a share of a request, not copied unless it is small. */
record SpansBody(Body of, List<Span> spans) {

    int length() {
        int length = 0;
        for (Span span : spans) {
            length += span.length();
        }
        return length;
    }

    /** A reference of its own; direct, for what it becomes a part of is sent without a copy only if all of it is. */
    ByteBuf buffer(ByteBufAllocator alloc) {
        int length = length();
        if (length > AnswerEncoder.SMALL) {
            return sliced(alloc);
        }
        ByteBuf share = alloc.directBuffer(length);
        copyTo(share);
        return share;
    }

    void copyTo(ByteBuf out) {
        if (of instanceof BufferBody body) {
            ByteBuf bytes = body.buffer();
            spans.forEach(span -> out.writeBytes(bytes, bytes.readerIndex() + span.from(), span.length()));
        } else {
            byte[] bytes = of.bytes();
            spans.forEach(span -> out.writeBytes(bytes, span.from(), span.length()));
        }
    }

    private ByteBuf sliced(ByteBufAllocator alloc) {
        ByteBuf whole = of instanceof BufferBody body ? body.buffer().retain() : direct(of.bytes(), alloc);
        CompositeByteBuf share = alloc.compositeBuffer(Math.max(1, spans.size()));
        for (Span span : spans) {
            share.addComponent(true, whole.retainedSlice(whole.readerIndex() + span.from(), span.length()));
        }
        whole.release();
        return share;
    }

    private static ByteBuf direct(byte[] bytes, ByteBufAllocator alloc) {
        return alloc.directBuffer(bytes.length).writeBytes(bytes);
    }
}
