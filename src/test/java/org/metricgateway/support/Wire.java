package org.metricgateway.support;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * HTTP/1.1 messages, byte by byte.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112</a>
 */
final class Wire {

    private Wire() {}

    /** @throws EOFException if it ends before; the message says what was there, if anything */
    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            head.append((char) next(in, head));
        }
        return head.substring(0, head.length() - 4);
    }

    /** Names in lower case, without the first line. */
    static Map<String, List<String>> headers(String head) {
        Map<String, List<String>> headers = new TreeMap<>();
        head.lines().skip(1).forEach(line -> {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, any -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        });
        return headers;
    }

    /** @param unframed what it means if the head announces no length: a request has none, an answer lasts to the end */
    static byte[] body(InputStream in, Map<String, List<String>> headers, Unframed unframed) throws IOException {
        if (headers.containsKey("transfer-encoding")) {
            return chunks(in);
        }
        if (headers.containsKey("content-length")) {
            return exactly(in, Integer.parseInt(headers.get("content-length").get(0)));
        }
        return unframed == Unframed.EMPTY ? new byte[0] : in.readAllBytes();
    }

    enum Unframed {
        EMPTY,
        UNTIL_CLOSED
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = Integer.parseInt(line(in).split(";")[0].strip(), 16);
        while (size > 0) {
            body.write(exactly(in, size));
            line(in);
            size = Integer.parseInt(line(in).split(";")[0].strip(), 16);
        }
        while (!line(in).isEmpty()) {
            // Trailers say nothing here.
        }
        return body.toByteArray();
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < 2 || line.indexOf("\r\n", line.length() - 2) < 0) {
            line.append((char) next(in, line));
        }
        return line.substring(0, line.length() - 2);
    }

    private static int next(InputStream in, CharSequence soFar) throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException("ended after: " + soFar);
        }
        return next;
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
