package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.metricgateway.config.GroupSettings.Partial;
import org.metricgateway.config.Settings;
import org.metricgateway.merge.EmptyElement;
import org.metricgateway.merge.QueryMerge;
import org.metricgateway.routing.KairosOperation;

/** Makes one answer of the owners' answers to a query, or one refusal. */
public final class MergeQuery implements Processor {

    private final Settings settings;

    public MergeQuery(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void process(Exchange exchange) {
        Received received = Received.of(exchange);
        List<ShareResult> results = ShareResults.of(exchange);
        List<ShareResult> failed =
                results.stream().filter(result -> !result.succeeded()).toList();
        boolean bearable = failed.size() < results.size() && failed.stream().allMatch(this::mayBeMissing);
        if (!failed.isEmpty() && !bearable) {
            throw ShareFailed.worst(failed, received.mentions());
        }
        merge(exchange, received, results);
        if (!failed.isEmpty()) {
            failed.forEach(result -> received.remarks().lacks(result.share().group()));
            exchange.getMessage()
                    .setHeader(
                            EndToEnd.PARTIAL.toString(),
                            String.join(",", received.remarks().missing()));
        }
    }

    /** A client's own mistake is never left out. */
    private boolean mayBeMissing(ShareResult failed) {
        return settings.groups().get(failed.share().group()).partial() == Partial.WARN && failed.status() >= 500;
    }

    private static void merge(Exchange exchange, Received received, List<ShareResult> results) {
        EmptyElement empty = received.operation() == KairosOperation.QUERY ? EmptyElement.QUERY : EmptyElement.TAGS;
        QueryMerge merge = new QueryMerge(received.mentions().names(), empty);
        List<ByteBuf> answers = new ArrayList<>(results.size());
        Message first = null;
        for (ShareResult result : results) {
            if (result.succeeded()) {
                first = first == null ? result.answer() : first;
                merge.add(answers.size(), result.share().positions(), result.elements());
                answers.add(result.buffer());
            } else {
                merge.missing(result.share().positions());
            }
        }
        exchange.setMessage(first);
        SpansBody query =
                new SpansBody(received.readFrom(), List.of(received.mentions().document()));
        first.setBody(new PiecesBody(merge.pieces(), answers, query));
    }
}
