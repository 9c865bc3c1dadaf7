package org.metricgateway.http;

import java.util.List;

/** Reads which metrics a request of one dialect is about. */
interface MetricReader {

    /**
     * In the order of the request, as often as it names them.
     *
     * @throws org.metricgateway.metric.UnreadableRequest if it cannot be read as its path promises
     */
    List<String> namesIn(Received received);
}
