package org.metricgateway.merge;

import org.metricgateway.metric.Span;

/**
 * Some bytes of an element of {@code queries}.
 *
 * @param bytes where they are
 * @param last whether the element ends with them
 */
public record ElementPart(Span bytes, boolean last) {}
