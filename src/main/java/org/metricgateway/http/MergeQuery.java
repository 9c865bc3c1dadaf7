package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;
import org.metricgateway.backend.ClientLeft;
import org.metricgateway.config.Settings;
import org.metricgateway.merge.EmptyElement;
import org.metricgateway.merge.QueryMerge;
import org.metricgateway.routing.KairosOperation;

/** Makes one answer of the owners' answers to a query, or one refusal; waits for the end of one that is written as it comes. */
final class MergeQuery extends AsyncProcessorSupport {

    private final Settings settings;

    MergeQuery(Settings settings) {
        this.settings = settings;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        MergedAnswer merged = MergedAnswer.of(exchange);
        PassingMerge passing = merged == null ? null : merged.passing();
        if (passing != null && !passing.isOver()) {
            passing.whenOver(() -> {
                end(exchange, passing);
                callback.done(false);
            });
            return false;
        }
        end(exchange, passing);
        callback.done(true);
        return true;
    }

    private void end(Exchange exchange, PassingMerge passing) {
        try {
            if (passing != null && passing.isBegun()) {
                written(exchange, passing);
            } else {
                merge(exchange);
            }
        } catch (RuntimeException e) {
            exchange.setException(e);
        }
    }

    private static void written(Exchange exchange, PassingMerge passing) {
        List<ShareResult> results = ShareResults.of(exchange);
        if (!passing.isWritten()) {
            throw failure(exchange, failed(results));
        }
        Message first = first(results);
        first.setBody(new BufferBody(Unpooled.EMPTY_BUFFER));
        exchange.setMessage(first);
    }

    private void merge(Exchange exchange) {
        List<ShareResult> results = ShareResults.of(exchange);
        List<ShareResult> failed = failed(results);
        if (!failed.isEmpty() && !isBearable(failed, results)) {
            throw failure(exchange, failed);
        }
        Received received = Received.of(exchange);
        merge(exchange, received, results);
        if (!failed.isEmpty()) {
            failed.forEach(result -> received.remarks().lacks(result.share().group()));
            exchange.getMessage()
                    .setHeader(
                            EndToEnd.PARTIAL.toString(),
                            String.join(",", received.remarks().missing()));
        }
    }

    private boolean isBearable(List<ShareResult> failed, List<ShareResult> results) {
        return failed.size() < results.size() && failed.stream().allMatch(result -> result.mayBeMissing(settings));
    }

    private static List<ShareResult> failed(List<ShareResult> results) {
        List<ShareResult> failed = new ArrayList<>(0);
        for (ShareResult result : results) {
            if (!result.succeeded()) {
                failed.add(result);
            }
        }
        return failed;
    }

    /** Of those that succeeded. */
    private static Message first(List<ShareResult> results) {
        for (ShareResult result : results) {
            if (result.succeeded()) {
                return result.answer();
            }
        }
        throw new IllegalStateException("nobody succeeded");
    }

    /** Those that were ended because of others, or as the client left, did not fail by themselves. */
    private static RuntimeException failure(Exchange exchange, List<ShareResult> failed) {
        List<ShareResult> own = failed.stream()
                .filter(result -> !(result.failure() instanceof ClientLeft))
                .toList();
        return own.isEmpty()
                ? new ClientLeft()
                : ShareFailed.worst(own, Received.of(exchange).mentions());
    }

    private static void merge(Exchange exchange, Received received, List<ShareResult> results) {
        QueryMerge merge = new QueryMerge(received.mentions().names(), empty(received));
        List<ByteBuf> answers = new ArrayList<>(results.size());
        for (ShareResult result : results) {
            if (result.succeeded()) {
                merge.add(answers.size(), result.share().positions(), result.elements());
                answers.add(result.buffer());
            } else {
                merge.missing(result.share().positions());
            }
        }
        Message first = first(results);
        exchange.setMessage(first);
        first.setBody(new PiecesBody(merge.pieces(), answers, query(received)));
    }

    /** What stands for each element that is missing. */
    static EmptyElement empty(Received received) {
        return received.operation() == KairosOperation.QUERY ? EmptyElement.QUERY : EmptyElement.TAGS;
    }

    /** The client's whole query. */
    static SpansBody query(Received received) {
        return new SpansBody(received.readFrom(), List.of(received.mentions().document()));
    }
}
