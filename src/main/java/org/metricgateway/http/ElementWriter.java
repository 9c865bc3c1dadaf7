package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import org.metricgateway.merge.Piece;
import org.metricgateway.merge.QueryMerge;

/** Writes the body of a merged answer as its elements come, in their order and no faster than the client takes them. */
final class ElementWriter {

    private final Channel client;
    private final ShareElements[] owners;
    private final IntFunction<String> missing;
    private int at;
    private boolean within;
    private boolean over;

    /**
     * @param owners of each element; null for one that is missing
     * @param missing what stands for such a one
     */
    ElementWriter(Channel client, ShareElements[] owners, IntFunction<String> missing) {
        this.client = client;
        this.owners = owners;
        this.missing = missing;
    }

    /** What stands before the elements. */
    void open(List<Piece> opening, SpansBody query) {
        for (Piece piece : opening) {
            write(piece instanceof Piece.Text text ? buffer(text.text()) : query.buffer(client.alloc()));
        }
    }

    /**
     * Writes what is there.
     *
     * @param complete whether no owner will send more
     * @return whether the end is written
     */
    boolean advance(boolean complete) {
        boolean more = true;
        while (more) {
            more = client.isWritable() ? step(complete) : makesRoom();
        }
        return over;
    }

    private boolean makesRoom() {
        client.flush();
        return client.isWritable();
    }

    private boolean step(boolean complete) {
        if (at == owners.length) {
            if (complete && !over) {
                over = true;
                client.write(new DefaultLastHttpContent(buffer(QueryMerge.CLOSING.text())));
            }
            return false;
        }
        ShareElements.Part part =
                owners[at] == null ? new ShareElements.Part(buffer(missing.apply(at)), true) : owners[at].next();
        if (part != null) {
            write(part);
        }
        return part != null;
    }

    private void write(ShareElements.Part part) {
        if (!within && at > 0) {
            write(buffer(QueryMerge.BETWEEN.text()));
        }
        within = !part.last();
        at += part.last() ? 1 : 0;
        write(part.bytes());
    }

    private void write(ByteBuf bytes) {
        if (bytes.isReadable()) {
            client.write(new DefaultHttpContent(bytes), client.voidPromise());
        } else {
            bytes.release();
        }
    }

    private static ByteBuf buffer(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }
}
