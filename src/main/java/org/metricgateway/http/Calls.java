package org.metricgateway.http;

import java.util.ArrayList;
import java.util.List;

/** What is on its way for one request: calls to backends, waits between them, and the answer that one of them relays. */
final class Calls {

    private final List<Pending> pending = new ArrayList<>(2);
    private int sent;
    private boolean relayed;
    private boolean left;
    private Runnable resume;

    void begin(Pending another) {
        pending.add(another);
    }

    /** A byte of a call was sent. */
    void sent() {
        sent++;
    }

    void end(Pending one) {
        pending.remove(one);
    }

    /** How many attempts were sent. */
    int attempts() {
        return sent;
    }

    /** From now on the answer is on its way to the client. */
    void relay(Runnable whenWritable) {
        relayed = true;
        resume = whenWritable;
    }

    void relayEnded() {
        resume = null;
    }

    boolean isRelayed() {
        return relayed;
    }

    /** The client has room for more. */
    void writable() {
        if (resume != null) {
            resume.run();
        }
    }

    boolean hasLeft() {
        return left;
    }

    /** Nobody waits for the answer any more: ends all of it. */
    void leave() {
        left = true;
        List.copyOf(pending).forEach(Pending::left);
    }
}
