package org.metricgateway.http;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Channel;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.processor.DefaultInternalProcessorFactory;
import org.apache.camel.processor.RoutePipeline;
import org.apache.camel.spi.InternalProcessor;
import org.apache.camel.spi.InternalProcessorFactory;

/** Makes routes {@link PlainRoute}s, and each of their steps a {@link PlainStep}. */
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
    public InternalProcessor addUnitOfWorkProcessorAdvice(CamelContext camelContext, Processor processor, Route route) {
        return processor instanceof RoutePipeline steps
                ? new PlainRoute(camelContext, new PlainPipeline(camelContext, steps), route)
                : super.addUnitOfWorkProcessorAdvice(camelContext, processor, route);
    }

    @Override
    public Channel createChannel(CamelContext camelContext) {
        return new PlainStep(camelContext);
    }
}
