/**
 * What {@code application.properties}, the environment and system properties say, checked as a whole. Knows neither
 * Camel nor Netty, so that a configuration can be checked without starting anything. The records are what the rest of
 * the gateway sees; how they came about stays in here.
 */
package org.metricgateway.config;
