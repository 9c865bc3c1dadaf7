package org.metricgateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The headers that concern more than one connection.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1">RFC 9110: Connection</a>
 */
final class EndToEnd {

    static final AsciiString REQUEST_ID = AsciiString.cached("x-request-id");
    static final AsciiString FORWARDED_FOR = AsciiString.cached("x-forwarded-for");
    static final AsciiString FORWARDED_PROTO = AsciiString.cached("x-forwarded-proto");
    static final AsciiString FORWARDED_HOST = AsciiString.cached("x-forwarded-host");
    static final AsciiString GROUP = AsciiString.cached("x-gateway-group");
    static final AsciiString ATTEMPTS = AsciiString.cached("x-gateway-attempts");
    static final AsciiString PARTIAL = AsciiString.cached("x-gateway-partial");
    private static final AsciiString KEEP_ALIVE = AsciiString.cached("keep-alive");
    private static final AsciiString PROXY_CONNECTION = AsciiString.cached("proxy-connection");
    /** They end at the next hop, whatever their values say. */
    static final List<AsciiString> HOP_BY_HOP = List.of(
            HttpHeaderNames.CONNECTION,
            HttpHeaderNames.TRANSFER_ENCODING,
            KEEP_ALIVE,
            PROXY_CONNECTION,
            HttpHeaderNames.PROXY_AUTHENTICATE,
            HttpHeaderNames.PROXY_AUTHORIZATION,
            HttpHeaderNames.TE,
            HttpHeaderNames.TRAILER,
            HttpHeaderNames.UPGRADE);

    private static final Set<String> NOT_TO_NAME = Set.of("", "content-length", "host");

    private EndToEnd() {}

    /** What else ends at the next hop: the headers that {@code Connection} names, in lower case. Framing is nobody's to name. */
    static Set<String> named(HttpHeaders headers) {
        Set<String> names = Set.of();
        for (Iterator<? extends CharSequence> values = headers.valueCharSequenceIterator(HttpHeaderNames.CONNECTION);
                values.hasNext(); ) {
            CharSequence value = values.next();
            // Nearly every one is one of these, and names nothing.
            if (!HttpHeaderValues.KEEP_ALIVE.contentEqualsIgnoreCase(value)
                    && !HttpHeaderValues.CLOSE.contentEqualsIgnoreCase(value)) {
                names = names.isEmpty() ? new HashSet<>() : names;
                for (String name :
                        List.of(value.toString().toLowerCase(Locale.ROOT).split(","))) {
                    names.add(name.trim());
                }
                names.removeAll(NOT_TO_NAME);
            }
        }
        return names;
    }

    /** Removes what ends at the next hop, also what {@code Connection} names. */
    static void only(HttpHeaders headers) {
        for (String name : named(headers)) {
            headers.remove(name);
        }
        for (AsciiString name : HOP_BY_HOP) {
            headers.remove(name);
        }
        removeCamels(headers);
    }

    /** What would steer the routes of another Camel, if such is the next hop. */
    private static void removeCamels(HttpHeaders headers) {
        List<String> found = null;
        for (Iterator<Map.Entry<CharSequence, CharSequence>> all = headers.iteratorCharSequence(); all.hasNext(); ) {
            CharSequence name = all.next().getKey();
            if (LazyMessage.isCamels(name)) {
                found = found == null ? new ArrayList<>(1) : found;
                found.add(name.toString());
            }
        }
        if (found != null) {
            found.forEach(headers::remove);
        }
    }
}
