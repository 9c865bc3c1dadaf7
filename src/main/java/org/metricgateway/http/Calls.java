package org.metricgateway.http;

import java.util.ArrayList;
import java.util.List;
import org.metricgateway.backend.ClientLeft;

/** What is on its way for one request: calls to backends, and the answer that one of them relays. */
final class Calls {

    private final List<Call> calls = new ArrayList<>(2);
    private int sent;
    private boolean relayed;
    private boolean left;
    private Runnable resume;

    void begin(Call call) {
        calls.add(call);
    }

    /** A byte of a call was sent. */
    void sent() {
        sent++;
    }

    void end(Call call) {
        calls.remove(call);
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

    /** Nobody waits for the answer any more: ends every call. */
    void leave() {
        left = true;
        for (Call call : List.copyOf(calls)) {
            call.abort(new ClientLeft());
        }
    }
}
