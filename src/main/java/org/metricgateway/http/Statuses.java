package org.metricgateway.http;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.processor.ThrottlerRejectedExecutionException;
import org.metricgateway.backend.AllBusy;
import org.metricgateway.backend.AllExcluded;
import org.metricgateway.backend.AnswerRefused;
import org.metricgateway.backend.BackendFailed;
import org.metricgateway.backend.HeldInVain;
import org.metricgateway.backend.NoSuchGroup;
import org.metricgateway.backend.NobodyToAsk;
import org.metricgateway.backend.TooSlow;
import org.metricgateway.merge.NotAnAnswer;
import org.metricgateway.metric.UnreadableRequest;
import org.metricgateway.routing.Indivisible;
import org.metricgateway.routing.Unowned;

/** Which failure is which HTTP status: the only place that says so. */
final class Statuses {

    static final int INTERNAL = 500;

    private static final Map<Class<?>, Integer> STATUSES = new LinkedHashMap<>();

    static {
        STATUSES.put(UnreadableRequest.class, 400);
        STATUSES.put(Indivisible.class, 400);
        STATUSES.put(Unauthorized.class, 401);
        STATUSES.put(Forbidden.class, 403);
        STATUSES.put(NoSuchPath.class, 404);
        STATUSES.put(NoSuchMethod.class, 405);
        STATUSES.put(BodyTooLarge.class, 413);
        STATUSES.put(UnknownCoding.class, 415);
        STATUSES.put(AllBusy.class, 429);
        STATUSES.put(ThrottlerRejectedExecutionException.class, 429);
        STATUSES.put(TooSlow.class, 504);
        STATUSES.put(Unowned.class, 502);
        STATUSES.put(NoSuchGroup.class, 502);
        STATUSES.put(BackendFailed.class, 502);
        STATUSES.put(NotAnAnswer.class, 502);
        STATUSES.put(MergeTooLarge.class, 502);
        STATUSES.put(AnswerRefused.class, 503);
        STATUSES.put(NobodyToAsk.class, 503);
        STATUSES.put(HeldInVain.class, 503);
        STATUSES.put(AllExcluded.class, 503);
        STATUSES.put(CallNotPermittedException.class, 503);
        STATUSES.put(NoRoom.class, 503);
    }

    private Statuses() {}

    /** 500 for what nobody foresaw. */
    static int of(Throwable failure) {
        if (failure instanceof ShareFailed shares) {
            return shares.status();
        }
        return STATUSES.entrySet().stream()
                .filter(known -> known.getKey().isInstance(failure))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(INTERNAL);
    }

    /** Whether a group had too much to do. */
    static boolean isThrottled(Throwable failure) {
        return failure instanceof AllBusy || failure instanceof ThrottlerRejectedExecutionException;
    }

    /** One line for each error. */
    static List<String> reasons(Throwable failure, String group) {
        return failure instanceof ShareFailed shares ? shares.reasons() : List.of(reason(failure, group));
    }

    /** What a client may read of it, naming the group that it met; nothing internal. */
    static String reason(Throwable failure, String group) {
        if (failure instanceof ThrottlerRejectedExecutionException || failure instanceof CallNotPermittedException) {
            return "group " + group + ": too many requests in flight; try again";
        }
        if (failure instanceof BackendFailed || failure instanceof AnswerRefused) {
            return "group " + group + ": " + failure.getMessage();
        }
        if (failure instanceof NotAnAnswer) {
            return "group " + group + ": its answer " + failure.getMessage();
        }
        return of(failure) == INTERNAL ? "internal error" : failure.getMessage();
    }
}
