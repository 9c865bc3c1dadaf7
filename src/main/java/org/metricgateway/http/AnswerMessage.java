package org.metricgateway.http;

import io.netty.handler.codec.http.HttpResponse;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultMessage;

/** A backend's answer, as the routes see it: its headers, {@code CamelHttpResponseCode}, and a {@link BufferBody}. */
final class AnswerMessage extends LazyMessage {

    private static final List<String> CONTROLS = List.of(Exchange.HTTP_RESPONSE_CODE);

    private final HttpResponse answer;

    AnswerMessage(CamelContext context, HttpResponse answer) {
        super(context, answer.headers());
        this.answer = answer;
    }

    int status() {
        return answer.status().code();
    }

    @Override
    Object control(String name) {
        return Exchange.HTTP_RESPONSE_CODE.equals(name)
                ? Integer.valueOf(answer.status().code())
                : null;
    }

    @Override
    List<String> controls() {
        return CONTROLS;
    }

    @Override
    public DefaultMessage newInstance() {
        return new AnswerMessage(getCamelContext(), answer);
    }
}
