package org.metricgateway.backend;

import java.time.Instant;

/**
 * What one probe found.
 *
 * @param time at which it began
 * @param millis how long it took
 * @param text what was found, for operators
 */
public record ProbeResult(Instant time, boolean passed, long millis, String text) {}
