package org.metricgateway.bench.report;

/**
 * A case and its outcome.
 *
 * @param name as the command knows it
 * @param what is measured
 */
public record Result(String name, String what, Outcome outcome) {}
