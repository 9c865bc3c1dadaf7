package org.metricgateway.http;

import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.DisabledAware;
import org.apache.camel.Exchange;
import org.apache.camel.impl.engine.DefaultChannel;
import org.apache.camel.processor.errorhandler.NoErrorHandler;
import org.apache.camel.spi.CamelInternalProcessorAdvice;
import org.apache.camel.support.AsyncProcessorConverterHelper;

/**
 * A step of a route that is called as it is where nobody watches it. Camel's own keeps, for each step of each request, a task that
 * remembers what tracers, debuggers and meters want to know; with some fifteen steps a request, that is a twentieth of its cost.
 * Where there is one of them, and for requests that are not the gateway's, it is Camel's own again.
 */
final class PlainStep extends DefaultChannel {

    private final CamelContext context;
    private AsyncProcessor step;
    private boolean unhandled;
    private boolean watched;

    PlainStep(CamelContext context) {
        super(context);
        this.context = context;
    }

    @Override
    public void addAdvice(CamelInternalProcessorAdvice<?> advice) {
        watched |= !(advice instanceof NodeHistoryAdvice);
        super.addAdvice(advice);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        unhandled = getOutput() instanceof NoErrorHandler;
        step = AsyncProcessorConverterHelper.convert(
                getOutput() instanceof NoErrorHandler none ? none.getOutput() : getOutput());
        watched |= mayBeLeftOut();
    }

    /** Only who manages the context by JMX can disable a step that runs. */
    private boolean mayBeLeftOut() {
        return context.getManagementStrategy().getManagementAgent() != null
                || getNextProcessor() instanceof DisabledAware aware && aware.isDisabled();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        return isPlain(exchange) ? step.process(exchange, callback) : super.process(exchange, callback);
    }

    private boolean isPlain(Exchange exchange) {
        return !watched && exchange.getUnitOfWork() instanceof LoopWork && !exchange.isRouteStop();
    }

    /** What another route's error handler has given up may still be somebody's business, where this one's route has none. */
    void left(Exchange exchange) {
        if (unhandled) {
            exchange.getExchangeExtension().setRedeliveryExhausted(false);
        }
    }
}
