package org.metricgateway.http;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;

/** A response encoder that knows when a request was HEAD, whose answer has a head only, whatever its headers promise. */
final class AnswerEncoder extends HttpResponseEncoder {

    private boolean head;

    void answersHead(boolean isHead) {
        head = isHead;
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse answer) {
        return head || super.isContentAlwaysEmpty(answer);
    }
}
