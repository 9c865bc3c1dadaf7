package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import org.metricgateway.metric.Body;
import org.metricgateway.metric.Span;

/** Some bytes of a body, in their order, as a body of its own: a share of a request, not copied. */
record SpansBody(Body of, List<Span> spans) {

    /** A reference of its own. */
    ByteBuf buffer(ByteBufAllocator alloc) {
        ByteBuf whole = of instanceof BufferBody body ? body.buffer() : Unpooled.wrappedBuffer(((TextBody) of).bytes());
        CompositeByteBuf share = alloc.compositeBuffer(Math.max(1, spans.size()));
        for (Span span : spans) {
            share.addComponent(true, whole.retainedSlice(whole.readerIndex() + span.from(), span.length()));
        }
        return share;
    }
}
