package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;

/**
 * Writes the head of a request straight into a buffer: no map of headers is filled, changed and read again for each request.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-2.1">RFC 9112: Message Format</a>
 */
final class HeadWriter {

    static final int LINE_END = '\r' << 8 | '\n';

    private static final int COLON = ':' << 8 | ' ';
    private static final AsciiString VERSION = AsciiString.cached(" HTTP/1.1\r\n");

    private final ByteBuf out;

    HeadWriter(ByteBuf out) {
        this.out = out;
    }

    /** @param uri in origin form, safe in a request line */
    void requestLine(HttpMethod method, String uri) {
        ByteBufUtil.copy(method.asciiName(), out);
        out.writeByte(' ').writeCharSequence(uri, StandardCharsets.UTF_8);
        ByteBufUtil.copy(VERSION, out);
    }

    /** @param value fit for a header */
    void line(CharSequence name, CharSequence value) {
        out.ensureWritable(name.length() + value.length() + 4);
        text(name);
        out.writeShort(COLON);
        text(value);
        out.writeShort(LINE_END);
    }

    private void text(CharSequence text) {
        if (text instanceof AsciiString ascii) {
            ByteBufUtil.copy(ascii, out);
        } else {
            out.writeCharSequence(text, StandardCharsets.ISO_8859_1);
        }
    }

    /** @param lines whole ones */
    void lines(byte[] lines) {
        out.writeBytes(lines);
    }

    void end() {
        out.writeShort(LINE_END);
    }
}
