package org.metricgateway.merge;

import java.util.List;

/**
 * How one share of a split write ended.
 *
 * @param group the owner
 * @param fate what is known of it
 * @param status what the client would get if this were the only share
 * @param reasons the owner's, or the gateway's; none if the share was taken
 */
public record WriteOutcome(String group, Fate fate, int status, List<String> reasons) {

    private static final int BAD_GATEWAY = 502;

    /**
     * Of a KairosDB.
     *
     * @param positions of the share's elements in the client's request: its errors count them in the share
     */
    public static WriteOutcome answered(String group, int[] positions, int status, String body) {
        return answered(
                group,
                status,
                Errors.read(body).stream()
                        .map(error -> Positions.rewrite(error, positions))
                        .toList());
    }

    /** @param refusals what the owner said, if it said no */
    public static WriteOutcome answered(String group, int status, List<String> refusals) {
        if (status >= 200 && status < 300) {
            return new WriteOutcome(group, Fate.TAKEN, status, List.of());
        }
        if (status < 400) {
            return unknown(group, BAD_GATEWAY, "answered " + status);
        }
        return new WriteOutcome(
                group, Fate.REFUSED, status, refusals.isEmpty() ? List.of("no reason given") : refusals);
    }

    /** Sent, but no answer came that says what became of it. */
    public static WriteOutcome unknown(String group, int status, String reason) {
        return new WriteOutcome(group, Fate.UNKNOWN, status, List.of(reason));
    }

    public static WriteOutcome notSent(String group, int status, String reason) {
        return new WriteOutcome(group, Fate.NOT_SENT, status, List.of(reason));
    }

    /** One line for each reason. */
    List<String> errors() {
        return reasons.stream().map(reason -> group + ": " + reason).toList();
    }
}
