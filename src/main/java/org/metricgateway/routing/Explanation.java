package org.metricgateway.routing;

import java.util.Optional;

/**
 * Why a metric is owned by whom it is.
 *
 * @param metric what was asked about
 * @param rule the first that matches; empty if the default group owns the metric, or nobody does
 * @param owner empty if nobody does
 */
public record Explanation(String metric, Optional<Rule> rule, Optional<String> owner) {}
