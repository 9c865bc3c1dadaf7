package org.metricgateway.http;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import org.metricgateway.backend.Signs;

/** Where an answer's body goes as it arrives. */
interface AnswerSink {

    /** Larger answers are relayed, smaller ones go through the routes as a whole. */
    int SMALL = 64 * 1024;

    /** The sink for this answer. */
    static AnswerSink of(HttpResponse head, Call call, Channel backend, Edge edge) {
        if (call.isCollected()) {
            MergedAnswer merged = call.collected().merged();
            return merged != null && head.status().codeClass() == HttpStatusClass.SUCCESS
                    ? merged.receives(head, call, backend, edge)
                    : new Collecting(
                            head, call, edge.bytes(), edge.settings().limits().merge());
        }
        // Whether its backend is about to go stands in the first bytes.
        boolean tells = Signs.mayBeIn(call.group().dialect(), head.status().code());
        if (!tells && !call.isHead() && HttpUtil.getContentLength(head, 0L) > SMALL) {
            return new Relaying(head, call, backend);
        }
        return new Gathering(head, call, backend);
    }

    /**
     * Takes the content over.
     *
     * @return the sink for what follows
     */
    AnswerSink take(HttpContent content);

    /** All that came in one go has been taken. */
    default void flush() {}

    /** Whether bytes went to the client already. */
    default boolean isRelaying() {
        return false;
    }

    /** Passes on what came so far, and all that follows, as it comes. */
    default AnswerSink relayNow() {
        return this;
    }

    /** The last content was taken. */
    void end();

    /** There will be no more, though there should be. */
    void breakOff();
}
