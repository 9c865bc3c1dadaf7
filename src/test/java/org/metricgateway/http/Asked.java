package org.metricgateway.http;

/**
 * What a group was asked.
 *
 * @param body as the group gets it
 */
record Asked(String group, String method, String body) {}
