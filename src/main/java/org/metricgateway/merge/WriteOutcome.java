package org.metricgateway.merge;

import java.util.List;

/**
 * How one share of a split write ended.
 *
 * @param group the owner
 * @param positions of the share's elements in the client's request
 * @param fate what is known of it
 * @param status what the client would get if this were the only share
 * @param text the owner's body, or the gateway's reason
 */
public record WriteOutcome(String group, int[] positions, Fate fate, int status, String text) {

    private static final int BAD_GATEWAY = 502;

    public static WriteOutcome answered(String group, int[] positions, int status, String body) {
        if (status >= 200 && status < 300) {
            return new WriteOutcome(group, positions, Fate.TAKEN, status, "");
        }
        return status >= 400
                ? new WriteOutcome(group, positions, Fate.REFUSED, status, body)
                : unknown(group, positions, BAD_GATEWAY, "answered " + status);
    }

    /** Sent, but no answer came that says what became of it. */
    public static WriteOutcome unknown(String group, int[] positions, int status, String reason) {
        return new WriteOutcome(group, positions, Fate.UNKNOWN, status, reason);
    }

    public static WriteOutcome notSent(String group, int[] positions, int status, String reason) {
        return new WriteOutcome(group, positions, Fate.NOT_SENT, status, reason);
    }

    /** One line for each error, with positions in the client's request. */
    List<String> errors() {
        return switch (fate) {
            case TAKEN -> List.of();
            case REFUSED ->
                refusals().stream()
                        .map(error -> group + ": " + Positions.rewrite(error, positions))
                        .toList();
            case UNKNOWN, NOT_SENT -> List.of(group + ": " + text);
        };
    }

    private List<String> refusals() {
        List<String> errors = Errors.read(text);
        return errors.isEmpty() ? List.of("no reason given") : errors;
    }
}
