package org.metricgateway.http;

/** A compression or a charset that the gateway cannot read. */
public final class UnknownCoding extends RuntimeException {

    UnknownCoding(String reason) {
        super(reason, null, false, false);
    }
}
