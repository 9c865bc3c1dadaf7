package org.metricgateway.http;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Channel;
import org.apache.camel.processor.DefaultInternalProcessorFactory;
import org.apache.camel.spi.InternalProcessorFactory;

/** Makes each step of a route a {@link PlainStep}. */
public final class PlainSteps extends DefaultInternalProcessorFactory implements CamelContextAware {

    private CamelContext context;

    @Override
    public void setCamelContext(CamelContext camelContext) {
        // Adding a plugin may hand it the context once more.
        if (context == null) {
            context = camelContext;
            context.getCamelContextExtension().addContextPlugin(InternalProcessorFactory.class, this);
        }
    }

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    @Override
    public Channel createChannel(CamelContext camelContext) {
        return new PlainStep(camelContext);
    }
}
