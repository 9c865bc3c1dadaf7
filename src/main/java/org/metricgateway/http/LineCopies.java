package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.metricgateway.metric.LineShares;

/** Copies of a request's lines, byte for byte, within {@code gateway.limit.bytes}; the request keeps them. */
final class LineCopies {

    private final Edge edge;
    private final Received received;

    LineCopies(Edge edge, Received received) {
        this.edge = edge;
        this.received = received;
    }

    /**
     * The lines of each share.
     *
     * @param owners the share of a measurement
     * @param strays the share of lines without one
     */
    List<ByteBuf> split(int shares, ToIntFunction<String> owners, int strays) {
        ByteBuf lines = ((BufferBody) received.readFrom()).buffer();
        take(lines.readableBytes());
        List<ByteBuf> copies = new ArrayList<>(shares);
        for (int i = 0; i < shares; i++) {
            copies.add(kept(lines.readableBytes() / shares));
        }
        LineShares.split(
                received.readFrom(), edge.settings().limits(), owners, strays, (share, from, to) -> copies.get(share)
                        .writeBytes(lines, lines.readerIndex() + from, to - from));
        return copies;
    }

    /** Each with a timestamp. */
    ByteBuf stamped(ByteBuf lines) {
        Stamp stamp = Stamp.of(received);
        int length = lines.readableBytes() + stamp.lengthFor(lines);
        take(length);
        ByteBuf copy = kept(length);
        stamp.copy(lines, copy);
        return copy;
    }

    private void take(int bytes) {
        if (!received.lease().take(edge.bytes(), bytes)) {
            throw new NoRoom();
        }
    }

    private ByteBuf kept(int length) {
        ByteBuf buffer = received.client.alloc().buffer(length);
        received.lease().keep(buffer);
        return buffer;
    }
}
