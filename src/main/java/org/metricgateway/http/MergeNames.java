package org.metricgateway.http;

import java.util.List;
import java.util.concurrent.Executor;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;
import org.metricgateway.merge.NamesMerge;
import org.metricgateway.metric.Body;

/** Makes one list of every owner's list of names. Owners that have no such list are left out. */
public final class MergeNames extends AsyncProcessorSupport {

    private static final int NOT_FOUND = 404;

    private final Executor large;

    public MergeNames(Executor large) {
        this.large = large;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Received received = Received.of(exchange);
        large.execute(() -> {
            try {
                merge(exchange);
            } catch (RuntimeException e) {
                exchange.setException(e);
            }
            received.client.eventLoop().execute(() -> callback.done(false));
        });
        return false;
    }

    private static void merge(Exchange exchange) {
        List<ShareResult> results = ShareResults.of(exchange);
        List<ShareResult> listed = results.stream()
                .filter(result -> result.failure() != null || result.status() != NOT_FOUND)
                .toList();
        List<ShareResult> failed =
                listed.stream().filter(result -> !result.succeeded()).toList();
        if (!failed.isEmpty()) {
            throw ShareFailed.worst(failed, null);
        }
        Message first = (listed.isEmpty() ? results : listed).get(0).answer();
        exchange.setMessage(first);
        if (!listed.isEmpty()) {
            NamesMerge names = new NamesMerge();
            listed.forEach(result -> names.add(((Body) result.answer().getBody()).open()));
            first.setBody(names.answer());
        }
    }
}
