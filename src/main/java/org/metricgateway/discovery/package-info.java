/** Where backends come from: names, service records and files, looked at again and again. */
package org.metricgateway.discovery;
