package org.metricgateway.http;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;

/** Answers that the gateway makes itself, as Camel messages without anything of the request. */
public final class Answers {

    private Answers() {}

    public static void json(Exchange exchange, int status, String body) {
        of(exchange, status, "application/json", body);
    }

    /** @param body text, bytes or a {@link org.metricgateway.metric.Body}; null for none */
    public static Message of(Exchange exchange, int status, String type, Object body) {
        Message answer = new DefaultMessage(exchange.getContext());
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        if (type != null) {
            answer.setHeader(Exchange.CONTENT_TYPE, type);
        }
        answer.setBody(body);
        exchange.setMessage(answer);
        return answer;
    }
}
