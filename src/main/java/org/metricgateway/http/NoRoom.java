package org.metricgateway.http;

/** {@code gateway.limit.bytes} are held by requests and merges already. */
public final class NoRoom extends RuntimeException {

    public NoRoom() {
        super("gateway.limit.bytes are held; come again later", null, false, false);
    }
}
