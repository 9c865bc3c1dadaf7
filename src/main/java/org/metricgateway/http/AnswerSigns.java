package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.metricgateway.backend.Sign;
import org.metricgateway.backend.Signs;
import org.metricgateway.config.Dialect;

/** Reads in an answer, before any of it goes to a client, what it says about its backend. */
final class AnswerSigns {

    /** An error stands at the end of an answer that began well; a gzipped one that is longer is more than an error. */
    private static final int END = 4 * 1024;

    private static final int OK = 200;

    private AnswerSigns() {}

    /** @param body as much of it as there is */
    static Sign of(HttpResponse head, ByteBuf body, Dialect dialect) {
        int status = head.status().code();
        boolean redirects = status >= 300 && head.headers().contains(Signs.REDIRECT);
        if (!redirects && !Signs.mayBeIn(dialect, status)) {
            return Sign.NONE;
        }
        int skipped = status == OK ? Math.max(0, body.readableBytes() - END) : 0;
        return Signs.of(dialect, status, redirects, in(head, body, skipped));
    }

    private static Predicate<String> in(HttpResponse head, ByteBuf body, int skipped) {
        if (!head.headers().containsValue(HttpHeaderNames.CONTENT_ENCODING, "gzip", true)) {
            ByteBuf end = body.slice(body.readerIndex() + skipped, body.readableBytes() - skipped);
            return text -> ByteBufUtil.indexOf(bytes(text), end) >= 0;
        }
        String plain = body.readableBytes() > END ? "" : inflated(body);
        return plain::contains;
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String inflated(ByteBuf body) {
        try (InputStream in = new GZIPInputStream(new ByteBufInputStream(body.duplicate()))) {
            return new String(in.readNBytes(AnswerSink.SMALL), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // Not whole, or not gzip: it says nothing.
            return "";
        }
    }
}
