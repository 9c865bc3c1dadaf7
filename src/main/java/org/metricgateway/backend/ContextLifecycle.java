package org.metricgateway.backend;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.support.LifecycleStrategySupport;

/** A bean that is told when its Camel context starts and stops, as soon as it is one of its beans. */
public abstract class ContextLifecycle extends LifecycleStrategySupport implements CamelContextAware {

    private CamelContext context;

    @Override
    public final void setCamelContext(CamelContext camelContext) {
        // Some ways of making a bean hand it the context more than once.
        if (context == null) {
            context = camelContext;
            context.addLifecycleStrategy(this);
        }
    }

    @Override
    public final CamelContext getCamelContext() {
        return context;
    }
}
