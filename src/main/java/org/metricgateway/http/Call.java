package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import java.time.Duration;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.metricgateway.backend.Attempt;
import org.metricgateway.backend.BackendFailed;
import org.metricgateway.backend.ClientLeft;
import org.metricgateway.backend.NotConnected;
import org.metricgateway.backend.TooSlow;
import org.metricgateway.config.GroupSettings;

/** An attempt on its way: the exchange that waits for it, and how to end it. */
final class Call implements Pending {

    private final Exchange exchange;
    private final AsyncCallback callback;
    private final Received request;
    private final Attempt attempt;
    private final Collected collected;
    private Runnable disconnect;
    private boolean over;

    Call(Exchange exchange, AsyncCallback callback) {
        this.exchange = exchange;
        this.callback = callback;
        this.request = Received.of(exchange);
        this.attempt = Attempt.of(exchange);
        this.collected = Collected.of(exchange);
        request.calls().begin(this);
    }

    Exchange exchange() {
        return exchange;
    }

    Received request() {
        return request;
    }

    Attempt attempt() {
        return attempt;
    }

    GroupSettings group() {
        return attempt.backend().group();
    }

    EventLoop loop() {
        return request.client.eventLoop();
    }

    boolean isCollected() {
        return collected != null;
    }

    /** The share that the answer belongs to; null if it is the whole answer. */
    Collected collected() {
        return collected;
    }

    boolean isHead() {
        return request.method().equals(HttpMethod.HEAD);
    }

    boolean isOver() {
        return over;
    }

    /** The {@link System#nanoTime()} at which the first byte of the answer is due. */
    long firstByteDue() {
        return beforeDeadline(group().timeouts().firstByte());
    }

    /** The {@link System#nanoTime()} at which there has to be a connection. */
    long connectDue() {
        return beforeDeadline(group().timeouts().connect());
    }

    /** Why it ends if there is no connection by then. */
    BackendFailed late() {
        return deadline() - System.nanoTime() > 0 ? new NotConnected(null) : new TooSlow("did not answer in time");
    }

    private long beforeDeadline(Duration time) {
        long due = request.now() + time.toNanos();
        return due - deadline() < 0 ? due : deadline();
    }

    private long deadline() {
        return request.at + group().timeouts().deadline().toNanos();
    }

    /** How to end it early from now on. */
    void runsOn(Runnable howToDisconnect) {
        disconnect = howToDisconnect;
    }

    @Override
    public void left() {
        abort(new ClientLeft());
    }

    /** Whether the client must not get this answer, because the request is asked again. To be asked once, before any of it goes. */
    boolean refuses(HttpResponse head, ByteBuf body) {
        return attempt.isRefused(AnswerSigns.of(head, body, group().dialect()));
    }

    void abort(RuntimeException reason) {
        if (disconnect != null) {
            disconnect.run();
        }
        fail(reason);
    }

    void fail(RuntimeException reason) {
        if (end()) {
            exchange.setException(reason);
            callback.done(false);
        }
    }

    void succeed(Message answer) {
        if (end()) {
            exchange.setMessage(answer);
            callback.done(false);
        }
    }

    private boolean end() {
        if (over) {
            return false;
        }
        over = true;
        disconnect = null;
        request.calls().end(this);
        return true;
    }
}
