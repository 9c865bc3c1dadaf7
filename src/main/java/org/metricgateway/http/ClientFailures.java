package org.metricgateway.http;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes wrong between Camel's consumer and a client, mostly that it has left, is nothing for an operator's log. */
public final class ClientFailures implements ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ClientFailures.class);

    @Override
    public void handleException(Throwable failure) {
        LOG.debug("an answer could not be written", failure);
    }

    @Override
    public void handleException(String message, Throwable failure) {
        LOG.debug("{}", message, failure);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable failure) {
        LOG.debug("{}", message, failure);
    }
}
