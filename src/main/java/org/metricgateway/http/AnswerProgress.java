package org.metricgateway.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;

/** How far the answer to the request of the moment is, and whether the connection goes on after it. */
final class AnswerProgress {

    private final Edge edge;
    private final Channel client;
    private final AnswerEncoder encoder;
    private Received request;
    private boolean closes;
    private int status;
    private long bytes;
    private long pendingBefore;
    private long progressBefore;

    AnswerProgress(Edge edge, Channel client, AnswerEncoder encoder) {
        this.edge = edge;
        this.client = client;
        this.encoder = encoder;
    }

    void begin(Received next) {
        request = next;
        status = 0;
        bytes = 0;
        closes = edge.isStopping() || !HttpUtil.isKeepAlive(next);
        encoder.answersHead(next.method().equals(HttpMethod.HEAD));
    }

    /** Whether a request waits for an answer of which nothing is written yet. */
    boolean isDue() {
        return request != null && status == 0;
    }

    void endsConnection() {
        closes = true;
    }

    boolean closes() {
        return closes;
    }

    /** Whether a request has a part of its answer, at the most. */
    boolean isUnfinished() {
        return request != null;
    }

    /** Answers in place of what Camel no longer will; then ends the connection and all that was on its way for it. */
    void refuse(Refusal refusal, Runnable end) {
        Received unanswered = request;
        closes = true;
        client.writeAndFlush(refusal.answerTo(unanswered, edge)).addListener(written -> {
            end.run();
            unanswered.calls().leave();
        });
    }

    /** The head as this client gets it. What Camel's own handlers answer has no body: it gets the dialect's. */
    HttpResponse dress(HttpResponse head) {
        HttpResponse out = head;
        if (!(head instanceof OwnAnswer || head instanceof RelayedHead)) {
            closes = true;
            out = OwnAnswer.error(
                    edge.paths().dialectOf(request.path()),
                    head.status(),
                    List.of(head.status().reasonPhrase()),
                    request.id());
        }
        status = out.status().code();
        boolean http10 = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        if (http10) {
            out.headers().remove(HttpHeaderNames.TRANSFER_ENCODING);
        }
        closes |= edge.isStopping() || !isFramed(out);
        if (closes) {
            out.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (http10) {
            out.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
        return out;
    }

    private boolean isFramed(HttpResponse out) {
        return out.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
                || out.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)
                || status == HttpResponseStatus.NO_CONTENT.code()
                || status == HttpResponseStatus.NOT_MODIFIED.code()
                || request.method().equals(HttpMethod.HEAD);
    }

    void passes(int count) {
        bytes += count;
    }

    /** Whether bytes wait for the client to take them. */
    boolean isPending() {
        ChannelOutboundBuffer out = client.unsafe().outboundBuffer();
        return request != null && out != null && out.totalPendingWriteBytes() > 0;
    }

    /** Whether the client took some bytes, or had none to take, since this was last asked. */
    boolean isTaken() {
        ChannelOutboundBuffer out = client.unsafe().outboundBuffer();
        if (out == null) {
            return false;
        }
        long pending = out.totalPendingWriteBytes();
        long progress = out.currentProgress();
        boolean taken = pending == 0 || pending != pendingBefore || progress != progressBefore;
        pendingBefore = pending;
        progressBefore = progress;
        return taken;
    }

    void writabilityChanged() {
        if (request != null && client.isWritable()) {
            request.calls().writable();
        }
    }

    /** The answer was written, or could not be. */
    void over(boolean whole) {
        if (request != null) {
            Received done = request;
            request = null;
            done.lease().giveBack(edge);
            edge.observer().over(done, status, bytes, whole);
        }
    }

    /** The connection ended. */
    void abandoned() {
        if (request != null) {
            request.calls().leave();
            over(false);
        }
    }
}
