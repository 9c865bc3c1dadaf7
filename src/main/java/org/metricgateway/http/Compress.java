package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * Gzips an answer that the gateway put together, if the client accepts that and it is worth it. A large one is gzipped off the
 * event loop.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3">RFC 9110: Accept-Encoding</a>
 */
public final class Compress extends AsyncProcessorSupport {

    private static final int WORTH_IT = 1024;
    private static final int SMALL = 64 * 1024;

    private final Edge edge;
    private final Executor large;

    public Compress(Edge edge, Executor large) {
        this.edge = edge;
        this.large = large;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Received received = Received.of(exchange);
        ByteBuf plain = acceptsGzip(received.headers().get(HttpHeaderNames.ACCEPT_ENCODING))
                ? Buffers.of(exchange.getMessage().getBody(), received.client.alloc())
                : null;
        if (plain == null || plain.readableBytes() < WORTH_IT) {
            if (plain != null) {
                plain.release();
            }
            callback.done(true);
            return true;
        }
        if (plain.readableBytes() <= SMALL) {
            replace(exchange, received, gzip(plain));
            callback.done(true);
            return true;
        }
        large.execute(() -> {
            ByteBuf zipped = gzip(plain);
            received.client.eventLoop().execute(() -> {
                replace(exchange, received, zipped);
                callback.done(false);
            });
        });
        return false;
    }

    private void replace(Exchange exchange, Received received, ByteBuf zipped) {
        received.lease().keep(zipped);
        if (!received.lease().take(edge.bytes(), zipped.readableBytes())) {
            exchange.setException(new NoRoom());
            return;
        }
        Message answer = exchange.getMessage();
        answer.setBody(new BufferBody(zipped));
        answer.setHeader("Content-Encoding", "gzip");
        answer.setHeader("Vary", "Accept-Encoding");
    }

    /** Takes the buffer over. */
    private static ByteBuf gzip(ByteBuf plain) {
        ByteBuf zipped = plain.alloc().buffer(plain.readableBytes() / 4);
        try (InputStream in = new ByteBufInputStream(plain, true);
                OutputStream out = new GZIPOutputStream(new ByteBufOutputStream(zipped), SMALL)) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped;
    }

    static boolean acceptsGzip(String accepted) {
        if (accepted == null) {
            return false;
        }
        for (String coding : accepted.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = coding.trim().split("\\s*;\\s*");
            boolean named = parts[0].equals("gzip") || parts[0].equals("x-gzip");
            if (named && (parts.length == 1 || !parts[1].matches("q=0(\\.0*)?"))) {
                return true;
            }
        }
        return false;
    }
}
