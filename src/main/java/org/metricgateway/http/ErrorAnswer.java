package org.metricgateway.http;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.metricgateway.backend.Balancer;
import org.metricgateway.config.Dialect;

/** Turns the exception that an exchange ended with into an answer: its status, and its reason in the shape of the dialect. */
public final class ErrorAnswer implements Processor {

    private final RequestObserver observer;

    public ErrorAnswer(RequestObserver observer) {
        this.observer = observer;
    }

    @Override
    public void process(Exchange exchange) {
        Received received = Received.of(exchange);
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        int status = Statuses.of(failure);
        String group = String.valueOf(exchange.getVariable(Balancer.GROUP));
        List<String> reasons = Statuses.reasons(failure, group);
        if (Statuses.isThrottled(failure)) {
            received.remarks().throttledBy(group);
        }
        observer.failed(received, status, String.join("; ", reasons), failure);
        Dialect dialect = received.dialect();
        byte[] body = ErrorBody.of(dialect, status, reasons, received.id());
        Message answer = Answers.of(exchange, status, ErrorBody.typeFor(dialect), body);
        ErrorBody.headersFor(dialect, reasons).forEach(answer::setHeader);
        if (status == 429 || status == 503) {
            answer.setHeader("Retry-After", "1");
        }
        if (failure instanceof Unauthorized) {
            answer.setHeader("WWW-Authenticate", Unauthorized.CHALLENGE);
        }
        if (failure instanceof NoSuchMethod method) {
            answer.setHeader("Allow", method.allowed());
        }
    }
}
