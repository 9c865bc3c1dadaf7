package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import org.metricgateway.config.Dialect;

/** A whole answer that is fit for a client as it stands; what Camel's own handlers answer is not. */
final class OwnAnswer extends DefaultFullHttpResponse {

    OwnAnswer(HttpResponseStatus status, ByteBuf body, HttpHeaders headers) {
        super(HttpVersion.HTTP_1_1, status, body, headers, EmptyHttpHeaders.INSTANCE);
    }

    private OwnAnswer(HttpResponseStatus status, ByteBuf body) {
        super(HttpVersion.HTTP_1_1, status, body);
    }

    /** An error in the words of a dialect. */
    static OwnAnswer error(Dialect dialect, HttpResponseStatus status, List<String> reasons, String requestId) {
        byte[] body = ErrorBody.of(dialect, status.code(), reasons, requestId);
        OwnAnswer answer = new OwnAnswer(status, Unpooled.wrappedBuffer(body));
        answer.headers().set(HttpHeaderNames.CONTENT_TYPE, ErrorBody.typeFor(dialect));
        answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        ErrorBody.headersFor(dialect, reasons).forEach(answer.headers()::set);
        if (status.equals(HttpResponseStatus.SERVICE_UNAVAILABLE)
                || status.equals(HttpResponseStatus.TOO_MANY_REQUESTS)) {
            answer.headers().set(HttpHeaderNames.RETRY_AFTER, "1");
        }
        if (!requestId.isEmpty()) {
            answer.headers().set(EndToEnd.REQUEST_ID, requestId);
        }
        return answer;
    }
}
