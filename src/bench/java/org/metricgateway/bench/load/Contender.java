package org.metricgateway.bench.load;

import org.metricgateway.bench.peer.Server;

/**
 * One of those that are compared.
 *
 * @param who as tables and charts name it
 */
public record Contender(String who, Server server, Ask ask) {}
