package org.metricgateway.merge;

import java.util.List;
import org.metricgateway.metric.Span;

/**
 * One owner's answer to a query.
 *
 * @param elements the bytes of each element of {@code queries}
 * @param originalQuery whether the answer repeats the query
 */
public record QueryAnswer(List<Span> elements, boolean originalQuery) {}
