/**
 * Who owns which metric, and how a request divides among the owners. Values only: it asks nobody, so that the same
 * table answers a request, an operator's question and a check of the configuration.
 */
package org.metricgateway.routing;
