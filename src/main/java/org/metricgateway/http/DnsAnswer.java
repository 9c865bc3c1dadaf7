package org.metricgateway.http;

import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.resolver.dns.DnsErrorCauseException;
import io.netty.util.concurrent.Future;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** What name servers say: there may be nothing, which is an answer too, or nobody who knows. */
final class DnsAnswer<R> {

    private final CompletableFuture<List<R>> answer = new CompletableFuture<>();

    /** @param reading of what they said */
    <T> void take(Future<List<T>> done, Function<List<T>, List<R>> reading) {
        try {
            if (done.isSuccess()) {
                answer.complete(reading.apply(done.getNow()));
            } else if (isNothing(done.cause())) {
                answer.complete(List.of());
            } else {
                answer.completeExceptionally(new IllegalStateException(reason(done.cause()), done.cause()));
            }
        } catch (RuntimeException e) {
            answer.completeExceptionally(new IllegalStateException("the answer cannot be read: " + e, e));
        }
    }

    /** They know the name and no such record of it, or say that there is no such name. */
    private static boolean isNothing(Throwable failure) {
        return failure instanceof UnknownHostException
                && (failure.getCause() == null
                        || failure.getCause() instanceof DnsErrorCauseException said
                                && said.getCode().equals(DnsResponseCode.NXDOMAIN));
    }

    private static String reason(Throwable failure) {
        return failure.getCause() instanceof DnsErrorCauseException said
                ? "the name servers say " + said.getCode()
                : "the name servers do not answer";
    }

    /** Exceptionally, unless there is an answer by then. */
    CompletionStage<List<R>> within(Duration limit) {
        CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() ->
                        answer.completeExceptionally(new IllegalStateException("the name servers do not answer")));
        return answer;
    }
}
