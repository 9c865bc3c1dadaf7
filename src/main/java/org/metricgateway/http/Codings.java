package org.metricgateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.Locale;
import java.util.Set;

/** Bodies that the gateway would read otherwise than the database: other characters, other compressions. */
final class Codings {

    private static final Set<String> CHARSETS = Set.of("utf-8", "utf8", "us-ascii");

    private Codings() {}

    /** @throws UnknownCoding if it is neither plain nor gzipped UTF-8 */
    static void refuseUnknown(Received received) {
        refuseUnknownEncoding(received);
        refuseUnknownCharset(received);
    }

    /** @throws UnknownCoding if it is neither plain nor gzipped */
    static void refuseUnknownEncoding(Received received) {
        String encoding = received.headers().get(HttpHeaderNames.CONTENT_ENCODING);
        if (encoding != null
                && !Inflater.isGzipped(received)
                && !encoding.trim().equalsIgnoreCase("identity")) {
            throw new UnknownCoding("no Content-Encoding but gzip can be read");
        }
    }

    private static void refuseUnknownCharset(Received received) {
        String type = received.headers().get(HttpHeaderNames.CONTENT_TYPE);
        int charset = type == null ? -1 : type.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (charset >= 0) {
            String name = type.substring(charset + 8)
                    .split("[;,]")[0]
                    .replace("\"", "")
                    .trim();
            if (!CHARSETS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new UnknownCoding("no charset but UTF-8 can be read");
            }
        }
    }
}
