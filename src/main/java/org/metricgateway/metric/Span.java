package org.metricgateway.metric;

/**
 * Some bytes of a body.
 *
 * @param from the first byte
 * @param to the byte after the last
 */
public record Span(int from, int to) {

    public int length() {
        return to - from;
    }
}
