package org.metricgateway.routing;

/**
 * The part of a request that goes to one owner.
 *
 * @param group the owner
 * @param positions of its elements in the client's request, ascending
 */
public record Share(String group, int[] positions) {}
