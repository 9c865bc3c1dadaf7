package org.metricgateway.http;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.metricgateway.backend.Balancer;
import org.metricgateway.metric.Mentions;
import org.metricgateway.routing.Share;

/** Turns a branch of the {@code split}, whose body is a {@link Share}, into the request for that share's owner. */
public final class ShareRequest implements Processor {

    @Override
    public void process(Exchange exchange) {
        Received received = Received.of(exchange);
        Message message = exchange.getMessage();
        Share share = message.getBody(Share.class);
        exchange.setVariable(Balancer.GROUP, share.group());
        ShareBodies bodies = ShareBodies.of(exchange);
        if (bodies != null) {
            message.setBody(bodies.of(share.group()));
            message.removeHeader("Content-Encoding");
            new Collected(share, null).begins(exchange);
            return;
        }
        if (received.statements() != null) {
            message.setBody(new BufferBody(received.content()));
            received.statements().ask(message, share, StepShares.of(exchange).split());
            new Collected(share, null).begins(exchange);
            return;
        }
        Mentions mentions = received.mentions();
        if (mentions == null) {
            message.setBody(new BufferBody(received.content()));
            new Collected(share, null).begins(exchange);
            return;
        }
        message.setBody(new SpansBody(received.readFrom(), mentions.share(share.positions())));
        asPost(received, message);
        new Collected(share, MergedAnswer.of(exchange)).begins(exchange);
    }

    /** A query in the URL, and gzipped points, cannot be sent on as they came. */
    private static void asPost(Received received, Message message) {
        if (!received.method().name().equals("POST")) {
            message.setHeader(Exchange.HTTP_METHOD, "POST");
            message.removeHeader(Exchange.HTTP_RAW_QUERY);
            message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        } else if (Inflater.isGzipped(received)) {
            message.removeHeader("Content-Encoding");
            message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        }
    }
}
