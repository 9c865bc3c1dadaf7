package org.metricgateway.http;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.spi.UnitOfWorkFactory;
import org.apache.camel.support.PluginHelper;

/** Gives clients' requests a {@link LoopWork}. What else there is in the context keeps what it would have without the gateway. */
public final class UnitsOfWork implements UnitOfWorkFactory, CamelContextAware {

    private CamelContext context;
    private UnitOfWorkFactory camels;

    @Override
    public void setCamelContext(CamelContext camelContext) {
        // Adding a plugin may hand it the context once more.
        if (context == null) {
            context = camelContext;
            camels = PluginHelper.getUnitOfWorkFactory(context);
            context.getCamelContextExtension().addContextPlugin(UnitOfWorkFactory.class, this);
        }
    }

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    @Override
    public UnitOfWork createUnitOfWork(Exchange exchange) {
        boolean plain = Received.of(exchange) != null && !Boolean.TRUE.equals(context.isUseMDCLogging());
        return plain ? new LoopWork(exchange) : camels.createUnitOfWork(exchange);
    }

    @Override
    public void afterPropertiesConfigured(CamelContext camelContext) {
        camels.afterPropertiesConfigured(camelContext);
    }
}
