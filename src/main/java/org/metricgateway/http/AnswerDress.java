package org.metricgateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.util.AsciiString;

/** What the gateway adds to an answer's headers, and takes away. */
final class AnswerDress {

    static final AsciiString VIA = AsciiString.cached("1.1 metric-gateway");

    private AnswerDress() {}

    /** For a body of unknown or promised length that follows piece by piece. Changes and returns the backend's headers. */
    static HttpHeaders relayed(HttpResponse head, Received request) {
        HttpHeaders headers = dressed(head.headers(), request);
        if (!headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        return headers;
    }

    /** For a body of this length. A HEAD's, and a status that has none, promise what the backend promised. */
    static HttpHeaders whole(HttpHeaders headers, Received request, int status, int length) {
        HttpHeaders dressed = dressed(headers, request);
        boolean bodiless = status == 204 || status == 304 || HttpStatusClass.INFORMATIONAL.contains(status);
        if (!bodiless && (length > 0 || !request.method().name().equals("HEAD"))) {
            dressed.set(HttpHeaderNames.CONTENT_LENGTH, length);
        }
        return dressed;
    }

    private static HttpHeaders dressed(HttpHeaders headers, Received request) {
        EndToEnd.only(headers);
        headers.add(HttpHeaderNames.VIA, VIA);
        headers.set(EndToEnd.REQUEST_ID, request.id());
        if (!request.remarks().groups().isEmpty()) {
            headers.set(EndToEnd.GROUP, request.remarks().groups());
            headers.set(EndToEnd.ATTEMPTS, Integer.toString(request.calls().attempts()));
        }
        return headers;
    }
}
