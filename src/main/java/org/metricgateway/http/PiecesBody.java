package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import java.util.List;
import org.metricgateway.merge.Piece;
import org.metricgateway.metric.Span;

/**
 * A merged answer: slices of the owners' answers, copied where they are small, and text between them.
 *
 * @param pieces in their order
 * @param answers of the shares, by number
 * @param query the client's whole query
 */
record PiecesBody(List<Piece> pieces, List<ByteBuf> answers, SpansBody query) {

    /** A reference of its own. Only a large one is worth a buffer that is made of others. */
    ByteBuf buffer(ByteBufAllocator alloc) {
        int length = 0;
        for (Piece piece : pieces) {
            length += length(piece);
        }
        return length > AnswerEncoder.SMALL ? sliced(alloc) : copied(alloc.directBuffer(length));
    }

    private int length(Piece piece) {
        if (piece instanceof Piece.Text text) {
            return ByteBufUtil.utf8Bytes(text.text());
        }
        return piece instanceof Piece.Part part ? part.bytes().length() : query.length();
    }

    private ByteBuf copied(ByteBuf merged) {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Text text) {
                ByteBufUtil.writeUtf8(merged, text.text());
            } else if (piece instanceof Piece.Part part) {
                ByteBuf answer = answers.get(part.share());
                merged.writeBytes(
                        answer,
                        answer.readerIndex() + part.bytes().from(),
                        part.bytes().length());
            } else {
                query.copyTo(merged);
            }
        }
        return merged;
    }

    private ByteBuf sliced(ByteBufAllocator alloc) {
        CompositeByteBuf merged = alloc.compositeBuffer(Math.max(1, pieces.size()));
        for (Piece piece : pieces) {
            merged.addComponent(true, bytesOf(piece, alloc));
        }
        return merged;
    }

    private ByteBuf bytesOf(Piece piece, ByteBufAllocator alloc) {
        if (piece instanceof Piece.Text text) {
            // Direct as the answers are: else the socket would want a copy of them all.
            return ByteBufUtil.writeUtf8(alloc, text.text());
        }
        if (piece instanceof Piece.Part part) {
            ByteBuf answer = answers.get(part.share());
            Span bytes = part.bytes();
            return answer.retainedSlice(answer.readerIndex() + bytes.from(), bytes.length());
        }
        return query.buffer(alloc);
    }
}
