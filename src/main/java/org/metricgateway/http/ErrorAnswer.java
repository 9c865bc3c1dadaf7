package org.metricgateway.http;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.metricgateway.backend.Balancer;
import org.metricgateway.backend.ClientLeft;
import org.metricgateway.config.Dialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the exception that an exchange ended with into an answer: its status, and its reason in the shape of the dialect. */
public final class ErrorAnswer implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswer.class);

    @Override
    public void process(Exchange exchange) {
        Received received = Received.of(exchange);
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        int status = Statuses.of(failure);
        List<String> reasons = Statuses.reasons(failure, String.valueOf(exchange.getVariable(Balancer.GROUP)));
        log(received, status, String.join("; ", reasons), failure);
        Dialect dialect = received.dialect();
        byte[] body = ErrorBody.of(dialect, status, reasons, received.id());
        Message answer = Answers.of(exchange, status, ErrorBody.typeFor(dialect), body);
        if (dialect == Dialect.KAIROSDB) {
            answer.setHeader("Access-Control-Allow-Origin", "*");
        }
        if (status == 429 || status == 503) {
            answer.setHeader("Retry-After", "1");
        }
        if (failure instanceof NoSuchMethod method) {
            answer.setHeader("Allow", method.allowed());
        }
    }

    private static void log(Received received, int status, String reason, Throwable failure) {
        if (failure instanceof ClientLeft) {
            LOG.debug("{} left before its answer: {}", received.peer().address(), received.id());
        } else if (status == Statuses.INTERNAL) {
            LOG.error("{} {} failed [{}]", received.method(), received.path(), received.id(), failure);
        } else {
            LOG.warn("{} {} -> {}: {} [{}]", received.method(), received.path(), status, reason, received.id());
        }
    }
}
