package org.metricgateway.merge;

import org.metricgateway.metric.Span;

/** What stands next in a merged answer. */
public sealed interface Piece {

    /** Text of the gateway's own. */
    record Text(String text) implements Piece {}

    /**
     * Bytes of an owner's answer.
     *
     * @param share the number that the share was merged by
     * @param bytes of its answer
     */
    record Part(int share, Span bytes) implements Piece {}

    /** The client's whole query. */
    record Query() implements Piece {}
}
