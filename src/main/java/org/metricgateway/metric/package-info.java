/**
 * Which metrics is a request about, and where in its body does each stand? One reader per dialect. It reads bytes and
 * answers with values: no network, no clock, no tree of the whole body, so that it can run for every request where it
 * arrives.
 */
package org.metricgateway.metric;
