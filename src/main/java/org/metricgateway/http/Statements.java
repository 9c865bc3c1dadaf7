package org.metricgateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.Set;
import org.apache.camel.Message;
import org.metricgateway.metric.InfluxQuery;
import org.metricgateway.metric.InfluxStatement;
import org.metricgateway.metric.UnreadableRequest;
import org.metricgateway.routing.Concern;
import org.metricgateway.routing.Share;

/**
 * The statements of a request, and how their answer is wanted.
 *
 * @param concern what the rules are asked about them
 */
record Statements(InfluxQuery query, InfluxForm form, Concern concern) {

    /** As InfluxDB divides an answer if the client does not say. */
    private static final int ROWS = 10_000;

    /** Answers that are put together are asked for whole, and divided again. */
    private static final Set<String> WHOLE = Set.of("chunked", "chunk_size");

    /** @throws UnreadableRequest if the answers cannot be put together in the form that the client accepts */
    void refuseOtherForms(Received received) {
        String accept = received.headers().get(HttpHeaderNames.ACCEPT, "");
        if (accept.contains("csv") || accept.contains("msgpack")) {
            throw new UnreadableRequest("several groups answer these statements, and only JSON can be put together:"
                    + " send no Accept, or ask for one group at a time");
        }
    }

    /** @param several whether other groups are asked the same */
    void ask(Message message, Share share, boolean several) {
        if (several) {
            InfluxStatement statement = query.statements().get(share.positions()[0]);
            form.ask(message, statement.page().widened(query.text(), statement.text()), WHOLE);
        } else {
            form.ask(message, query.of(share.positions()), Set.of());
        }
    }

    /** Rows in one document of the answer; 0 for one document. */
    int chunk() {
        if (!form.value("chunked").equals("true")) {
            return 0;
        }
        try {
            int rows = Integer.parseInt(form.value("chunk_size").trim());
            return rows > 0 ? rows : ROWS;
        } catch (NumberFormatException e) {
            return ROWS;
        }
    }
}
