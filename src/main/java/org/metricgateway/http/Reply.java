package org.metricgateway.http;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import org.metricgateway.backend.BrokenAnswer;
import org.metricgateway.backend.ClosedUnanswered;
import org.metricgateway.backend.TooSlow;

/** What a backend says to one call, from the head to the last byte. */
final class Reply {

    /** An answer that goes on longer than this is passed on as it comes, however small. */
    private static final Duration WHOLE_WITHIN = Duration.ofSeconds(1);

    private final Call call;
    private final Channel backend;
    private final Edge edge;
    private HttpResponse head;
    private AnswerSink sink;

    Reply(Call call, Channel backend, Edge edge) {
        this.call = call;
        this.backend = backend;
        this.edge = edge;
    }

    Call call() {
        return call;
    }

    boolean hasHead() {
        return head != null;
    }

    /**
     * Takes the message over.
     *
     * @return whether it was the last
     */
    boolean take(Object message) {
        if (message instanceof HttpResponse next) {
            begin(next);
        }
        if (head == null || !(message instanceof HttpContent content)) {
            ReferenceCountUtil.release(message);
            return false;
        }
        if (content.decoderResult().isFailure()) {
            content.release();
            throw new BrokenAnswer("is not HTTP");
        }
        sink = sink.take(content);
        return message instanceof LastHttpContent;
    }

    private void begin(HttpResponse next) {
        if (next.decoderResult().isFailure()) {
            ReferenceCountUtil.release(next);
            throw new BrokenAnswer("is not HTTP");
        }
        // An informational answer announces the one that counts.
        if (next.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            head = next;
            call.attempt().headArrived(next.status().code(), call.request().now());
            sink = AnswerSink.of(next, call, backend, edge);
        }
    }

    void flush() {
        if (sink != null) {
            sink.flush();
        }
    }

    /** How long the next byte may take, now that the head is there. */
    Duration patience() {
        return isWaitedFor() ? call.group().timeouts().idle() : WHOLE_WITHIN;
    }

    /** After {@link #patience}, or the time for the first byte, without a byte. */
    void paused() {
        if (head == null) {
            throw new TooSlow("did not answer in time");
        }
        if (!backend.config().isAutoRead()) {
            // It is the gateway that does not read.
            return;
        }
        if (isWaitedFor()) {
            throw new TooSlow("paused within its answer");
        }
        sink = sink.relayNow();
    }

    private boolean isWaitedFor() {
        return sink.isRelaying() || call.isCollected();
    }

    boolean keepsConnection() {
        return HttpUtil.isKeepAlive(head);
    }

    /** The last byte is there. */
    void end() {
        sink.end();
    }

    /** What it means that no more will come, though it should. */
    RuntimeException cutOff() {
        return head == null ? new ClosedUnanswered() : new BrokenAnswer("broke off");
    }

    void breakOff(RuntimeException reason) {
        if (sink != null) {
            sink.breakOff();
        }
        call.fail(reason);
    }
}
