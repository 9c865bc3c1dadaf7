package org.metricgateway.http;

/** What goes on for a request, and ends when its client leaves. */
interface Pending {

    void left();
}
