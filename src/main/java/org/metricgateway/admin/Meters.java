package org.metricgateway.admin;

import org.metricgateway.http.Received;
import org.metricgateway.http.RequestObserver;

public final class Meters implements RequestObserver {
    @Override
    public void over(Received request, int status, long bytes, boolean whole) {}

    @Override
    public void refused(int status, String reason, String client) {}
}
