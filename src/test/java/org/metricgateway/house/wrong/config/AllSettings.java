package org.metricgateway.house.wrong.config;

import org.metricgateway.house.wrong.metric.MetricUtil;

/** Settings that know what is made of them. */
public record AllSettings(MetricUtil metrics) {}
