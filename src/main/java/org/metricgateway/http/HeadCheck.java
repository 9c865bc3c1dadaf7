package org.metricgateway.http;

import static io.netty.handler.codec.http.HttpResponseStatus.BAD_REQUEST;
import static io.netty.handler.codec.http.HttpResponseStatus.EXPECTATION_FAILED;
import static io.netty.handler.codec.http.HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED;
import static io.netty.handler.codec.http.HttpResponseStatus.NOT_IMPLEMENTED;
import static io.netty.handler.codec.http.HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE;
import static io.netty.handler.codec.http.HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
import static io.netty.handler.codec.http.HttpResponseStatus.REQUEST_URI_TOO_LONG;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Whether a request's head can be trusted to mean the same to the gateway and to every server behind it. */
final class HeadCheck {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

    private final long bodyLimit;
    private final String limitName;

    HeadCheck(long bodyLimit, String limitName) {
        this.bodyLimit = bodyLimit;
        this.limitName = limitName;
    }

    /** Why this head is refused; null if it is not. */
    Refusal refusalOf(HttpRequest head) {
        if (head.decoderResult().isFailure()) {
            return unreadable(head.decoderResult().cause());
        }
        Refusal refusal = framing(head);
        if (refusal == null && !METHODS.contains(head.method().name())) {
            refusal = Refusal.closing(
                    NOT_IMPLEMENTED,
                    "no method of this server; it knows "
                            + METHODS.stream().sorted().toList());
        }
        return refusal != null ? refusal : expectation(head);
    }

    Refusal tooLarge() {
        return Refusal.closing(
                REQUEST_ENTITY_TOO_LARGE,
                "the body is larger than " + limitName + " (" + bodyLimit + " bytes); send it in parts");
    }

    static Refusal unreadable(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return Refusal.closing(
                    REQUEST_URI_TOO_LONG,
                    "the request line is longer than " + StrictDecoder.REQUEST_LINE + " bytes; use POST");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return Refusal.closing(
                    REQUEST_HEADER_FIELDS_TOO_LARGE,
                    "the headers are longer than " + StrictDecoder.HEADER_BLOCK + " bytes");
        }
        return Refusal.closing(BAD_REQUEST, "not an HTTP/1.1 request that can be read in one way only");
    }

    private Refusal framing(HttpRequest head) {
        HttpHeaders headers = head.headers();
        HttpVersion version = head.protocolVersion();
        if (version.majorVersion() != 1 || version.minorVersion() > 1) {
            return Refusal.closing(HTTP_VERSION_NOT_SUPPORTED, "HTTP/1.0 and HTTP/1.1 only");
        }
        int hosts = count(headers, HttpHeaderNames.HOST);
        if (hosts > 1 || hosts == 0 && version.minorVersion() == 1) {
            return Refusal.closing(BAD_REQUEST, hosts == 0 ? "no Host header" : "more than one Host header");
        }
        if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
            if (codings.size() > 1
                    || !HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(
                            codings.get(0).trim())
                    || version.minorVersion() == 0) {
                return Refusal.closing(BAD_REQUEST, "a Transfer-Encoding other than chunked");
            }
        }
        return HttpUtil.getContentLength(head, 0L) > bodyLimit ? tooLarge() : null;
    }

    private static int count(HttpHeaders headers, CharSequence name) {
        int count = 0;
        for (Iterator<? extends CharSequence> values = headers.valueCharSequenceIterator(name);
                values.hasNext();
                values.next()) {
            count++;
        }
        return count;
    }

    private static Refusal expectation(HttpRequest head) {
        String expected = head.headers().get(HttpHeaderNames.EXPECT);
        if (expected == null || HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expected)) {
            return null;
        }
        return Refusal.closing(EXPECTATION_FAILED, "no expectation but 100-continue can be met");
    }
}
