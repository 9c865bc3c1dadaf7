package org.metricgateway.http;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import org.metricgateway.backend.ClientLeft;
import org.metricgateway.merge.NotAnAnswer;

/** An owner's answer to its share of a query, on its way into the merged answer. */
final class ShareAnswer implements AnswerSink {

    private final HttpResponse head;
    private final Call call;
    private final Channel backend;
    private final MergedAnswer merged;
    private final ShareElements elements;
    private long arrived;

    ShareAnswer(HttpResponse head, Call call, Channel backend, MergedAnswer merged) {
        this.head = head;
        this.call = call;
        this.backend = backend;
        this.merged = merged;
        this.elements = new ShareElements(call.collected().share().positions().length);
    }

    HttpResponse head() {
        return head;
    }

    ShareElements elements() {
        return elements;
    }

    /** How many bytes came in all. */
    long arrived() {
        return arrived;
    }

    @Override
    public AnswerSink take(HttpContent content) {
        if (merged.isOver()) {
            content.release();
            throw new ClientLeft();
        }
        int length = content.content().readableBytes();
        arrived += length;
        elements.add(call.request().client, content.content());
        merged.arrived(this, length);
        return this;
    }

    /** Reads on if so much may wait, else stops reading. */
    void regulate(long ahead) {
        boolean wanted = !elements.hasBegun() || elements.held() < ahead;
        if (elements.isEnded() || wanted == backend.config().isAutoRead()) {
            return;
        }
        if (wanted) {
            backend.pipeline().get(RelayHandler.class).resume();
        } else {
            backend.config().setAutoRead(false);
        }
    }

    @Override
    public void flush() {
        merged.flush();
    }

    @Override
    public void end() {
        try {
            call.collected().found(elements.end());
            merged.ended(this);
            AnswerMessage answer = new AnswerMessage(call.exchange().getContext(), head);
            answer.setBody(new BufferBody(elements.body()));
            call.succeed(answer);
        } catch (NotAnAnswer e) {
            merged.brokeOff(this);
            call.fail(e);
        }
    }

    @Override
    public void breakOff() {
        merged.brokeOff(this);
    }

    /** Nobody waits for it any more. */
    void abandon() {
        call.abort(new ClientLeft());
    }

    String group() {
        return call.group().name();
    }
}
