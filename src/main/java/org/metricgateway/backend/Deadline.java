package org.metricgateway.backend;

/** Until when the first byte of an answer has to be there, all attempts included. */
final class Deadline {

    private Deadline() {}

    /** A {@link System#nanoTime()}. */
    static long of(ClientRequest client, Group group) {
        return client.receivedAt() + group.settings().timeouts().deadline().toNanos();
    }
}
