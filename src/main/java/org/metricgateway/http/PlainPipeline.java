package org.metricgateway.http;

import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.processor.PipelineHelper;
import org.apache.camel.processor.RoutePipeline;
import org.apache.camel.support.ExchangeHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of a route, one after the other in one loop, for clients' requests. Camel's own hands each of them to its executor, and
 * copies the message once more at the end of each route, for callers that look at {@code getOut}.
 */
final class PlainPipeline extends RoutePipeline {

    private static final Logger LOG = LoggerFactory.getLogger(PlainPipeline.class);

    private final AsyncProcessor[] steps;

    PlainPipeline(CamelContext context, RoutePipeline pipeline) {
        super(context, pipeline.next());
        steps = pipeline.next().toArray(AsyncProcessor[]::new);
        setRouteId(pipeline.getRouteId());
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        if (!(exchange.getUnitOfWork() instanceof LoopWork) || exchange.isTransacted()) {
            return super.process(exchange, callback);
        }
        pass(exchange, callback);
        return false;
    }

    /** For a client's request: whoever knows that it is one need not have it asked again. */
    void pass(Exchange exchange, AsyncCallback callback) {
        new Passage(exchange, callback, 0).goOn();
    }

    /** Of one exchange, on one thread: where a step ends on another one, a new passage of that one's does the rest. */
    private final class Passage implements AsyncCallback {

        private final Thread thread = Thread.currentThread();
        private final Exchange exchange;
        private final AsyncCallback callback;
        private int next;
        private boolean stepping;
        private boolean stepDone;

        Passage(Exchange exchange, AsyncCallback callback, int next) {
            this.exchange = exchange;
            this.callback = callback;
            this.next = next;
        }

        /** Until a step is not done when it returns. */
        void goOn() {
            do {
                if (next > 0 && steps[next - 1] instanceof PlainStep before) {
                    before.left(exchange);
                }
                if (!goesOn()) {
                    callback.done(false);
                    return;
                }
                step();
            } while (stepDone);
        }

        private boolean goesOn() {
            return next < steps.length
                    && !exchange.isRouteStop()
                    && (next == 0 || PipelineHelper.continueProcessing(exchange, "so it ends here", LOG));
        }

        private void step() {
            ExchangeHelper.prepareOutToIn(exchange);
            stepDone = false;
            stepping = true;
            try {
                steps[next++].process(exchange, this);
            } catch (RuntimeException e) {
                exchange.setException(e);
                stepDone = true;
            } finally {
                stepping = false;
            }
        }

        @Override
        public void done(boolean sync) {
            if (Thread.currentThread() != thread) {
                new Passage(exchange, callback, next).goOn();
            } else if (stepping) {
                stepDone = true;
            } else {
                goOn();
            }
        }
    }
}
