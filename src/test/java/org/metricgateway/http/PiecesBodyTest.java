package org.metricgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricgateway.merge.Piece;
import org.metricgateway.metric.Body;
import org.metricgateway.metric.Span;

class PiecesBodyTest {

    private static final String QUERY = "{'metrics':[]}";

    private final ByteBuf answer = direct("[one]");
    private final ByteBuf query = direct(QUERY);

    @AfterEach
    void releaseWhatIsOwnedHere() {
        assertThat(answer.refCnt()).isEqualTo(1);
        assertThat(query.refCnt()).isEqualTo(1);
        answer.release();
        query.release();
    }

    @Test
    void copiesASmallAnswerAndSlicesALargeOne() {
        ByteBuf small = body(new BufferBody(query)).buffer(PooledByteBufAllocator.DEFAULT);
        assertThat(small.isContiguous()).isTrue();
        assertThat(answer.refCnt()).isEqualTo(1);
        small.release();

        ByteBuf large = body("x".repeat(9_000), new BufferBody(query)).buffer(PooledByteBufAllocator.DEFAULT);
        assertThat(large.toString(StandardCharsets.UTF_8)).isEqualTo("x".repeat(9_000) + "one" + "'metrics'");
        assertThat(answer.refCnt()).isEqualTo(2);
        large.release();
    }

    @Test
    void joinsThePieces() {
        ByteBuf merged = body(new TextBody(QUERY)).buffer(PooledByteBufAllocator.DEFAULT);

        assertThat(merged.toString(StandardCharsets.UTF_8)).isEqualTo("é" + "one" + "'metrics'");
        merged.release();
    }

    /** A heap buffer within would have the socket's channel copy the whole answer, however large. */
    @ParameterizedTest
    @CsvSource({"true, 1", "false, 1", "true, 9000", "false, 9000"})
    void isDirectAsAWhole(boolean queryInUrl, int length) {
        Body asked = queryInUrl ? new TextBody(QUERY) : new BufferBody(query);

        ByteBuf merged = body("x".repeat(length), asked).buffer(PooledByteBufAllocator.DEFAULT);

        assertThat(merged.isDirect()).isTrue();
        merged.release();
    }

    private PiecesBody body(Body asked) {
        return body("é", asked);
    }

    private PiecesBody body(String text, Body asked) {
        return new PiecesBody(
                List.of(new Piece.Text(text), new Piece.Part(0, new Span(1, 4)), new Piece.Query()),
                List.of(answer),
                new SpansBody(asked, List.of(new Span(1, 10))));
    }

    private static ByteBuf direct(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return PooledByteBufAllocator.DEFAULT.directBuffer(bytes.length).writeBytes(bytes);
    }
}
