package org.metricgateway.merge;

import java.util.List;
import org.metricgateway.metric.Span;

/**
 * What one statement gave, or a chunk of it.
 *
 * @param statement its number, as the owner counts
 * @param bytes all of it
 * @param id the digits of that number
 * @param error null if there is none
 * @param series none if nobody looked
 */
public record InfluxResult(int statement, Span bytes, Span id, String error, List<InfluxSeries> series) {}
