package org.metricgateway.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.metricgateway.merge.Errors;
import org.metricgateway.merge.Positions;
import org.metricgateway.merge.WorstStatus;
import org.metricgateway.metric.Mentions;

/** Not every owner could answer its share, so there is no answer. */
final class ShareFailed extends RuntimeException {

    private final int status;
    private final List<String> reasons;

    private ShareFailed(int status, List<String> reasons) {
        super(String.join("; ", reasons), null, false, false);
        this.status = status;
        this.reasons = reasons;
    }

    /** With other words. */
    ShareFailed saying(String reason) {
        return new ShareFailed(status, List.of(reason));
    }

    int status() {
        return status;
    }

    List<String> reasons() {
        return reasons;
    }

    /**
     * Of several failures the worst; of several mistakes of the client the one that stands first in its request.
     *
     * @param mentions what the request names; null where it names nothing
     */
    static ShareFailed worst(List<ShareResult> failed, Mentions mentions) {
        int worst = WorstStatus.of(failed.stream().map(ShareFailed::statusOf).toList());
        ShareResult shown = failed.stream()
                .filter(result -> statusOf(result) == worst)
                .min(Comparator.comparingInt(ShareFailed::place))
                .orElseThrow();
        return new ShareFailed(worst, isOwnWords(shown) ? ownWords(shown) : List.of(named(shown, mentions)));
    }

    /** A refusal, in which KairosDB also answers 500 to mistakes, is passed on; what else fails is a bad gateway. */
    private static int statusOf(ShareResult result) {
        int status = result.status();
        return isOwnWords(result) || status == 504 || status == 503 || result.failure() != null && status >= 400
                ? status
                : 502;
    }

    private static boolean isOwnWords(ShareResult result) {
        int status = result.status();
        return result.failure() == null && (status == 500 || status >= 400 && status < 500);
    }

    private static int place(ShareResult result) {
        int[] positions = result.share().positions();
        return positions.length == 0 ? 0 : Positions.first(result.text(), positions);
    }

    private static List<String> ownWords(ShareResult result) {
        return Errors.read(result.text()).stream()
                .map(error -> Positions.rewrite(error, result.share().positions()))
                .toList();
    }

    private static String named(ShareResult result, Mentions mentions) {
        String reason = result.failure() != null
                ? result.text()
                : "group " + result.share().group() + ": its backend answered " + result.status();
        if (mentions == null) {
            return reason;
        }
        String metrics = Arrays.stream(result.share().positions())
                .limit(5)
                .mapToObj(mentions.names()::get)
                .collect(Collectors.joining(", "));
        return reason + " (asked for " + metrics + ")";
    }
}
