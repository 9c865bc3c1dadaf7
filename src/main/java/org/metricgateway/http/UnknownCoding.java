package org.metricgateway.http;

/** A {@code Content-Encoding} that is not gzip. */
public final class UnknownCoding extends RuntimeException {

    UnknownCoding(String coding) {
        super("no Content-Encoding but gzip can be read, not " + coding, null, false, false);
    }
}
