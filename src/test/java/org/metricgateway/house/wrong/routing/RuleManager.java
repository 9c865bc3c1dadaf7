package org.metricgateway.house.wrong.routing;

import io.netty.handler.codec.http.HttpMethod;
import org.apache.camel.Exchange;
import org.metricgateway.house.wrong.http.Binding;
import org.metricgateway.house.wrong.metric.MetricUtil;

/** Rules that know the server. */
public final class RuleManager {

    public HttpMethod method(Exchange exchange, Binding binding, MetricUtil metrics) {
        return exchange == null ? HttpMethod.POST : binding.method();
    }
}
