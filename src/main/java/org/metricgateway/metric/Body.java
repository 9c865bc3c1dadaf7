package org.metricgateway.metric;

import java.io.InputStream;

/** Bytes of a request or of an answer, readable as often as wanted while the request lasts. */
public interface Body {

    int length();

    /** From the first byte. */
    InputStream open();

    /** All of it. Not to be changed. */
    byte[] bytes();
}
