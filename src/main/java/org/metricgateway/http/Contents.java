package org.metricgateway.http;

import org.metricgateway.metric.Body;
import org.metricgateway.metric.LineNames;
import org.metricgateway.metric.Mentions;

/**
 * What was read of a request.
 *
 * @param mentions of JSON; null where it is none
 * @param lines of the line protocol; null where it is none
 * @param statements of InfluxQL; null where there are none
 * @param body in which mentions or lines stand: inflated, where the client's is gzipped
 */
record Contents(Mentions mentions, LineNames lines, Statements statements, Body body) {

    /** Nothing was. */
    static final Contents NONE = new Contents(null, null, null, null);

    static Contents of(Mentions mentions, Body body) {
        return new Contents(mentions, null, null, body);
    }

    static Contents of(LineNames lines, Body body) {
        return new Contents(null, lines, null, body);
    }

    static Contents of(Statements statements) {
        return new Contents(null, null, statements, null);
    }
}
