package org.metricgateway.http;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponseDecoder;

/** A response decoder that is told when a request was HEAD, whose answer ends with its head. */
final class AnswerDecoder extends HttpResponseDecoder {

    private static final int CHUNK = 64 * 1024;

    private boolean head;

    AnswerDecoder() {
        super(new HttpDecoderConfig()
                .setMaxHeaderSize(StrictDecoder.REQUEST_LINE)
                .setMaxChunkSize(CHUNK));
    }

    void answersHead(boolean isHead) {
        head = isHead;
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage answer) {
        // An informational answer comes before the one that counts, and ends with its head anyway.
        return head || super.isContentAlwaysEmpty(answer);
    }
}
