package org.metricgateway.http;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.metricgateway.merge.InfluxAnswer;
import org.metricgateway.merge.InfluxResult;
import org.metricgateway.metric.InfluxKind;
import org.metricgateway.routing.Step;

/**
 * What the groups answered to one step.
 *
 * @param kind of its first statement
 * @param results one for each share
 * @param read what each says; null for those without a good answer
 */
record StepAnswer(Step step, InfluxKind kind, List<ShareResult> results, List<InfluxAnswer> read) {

    private static final String NOT_FOUND = "not found";

    /** Those that gave no good answer. */
    List<ShareResult> failed() {
        return results.stream().filter(result -> !result.succeeded()).toList();
    }

    /** The error that a share tells of its first statement that failed; null if none did. */
    String error(int share) {
        InfluxAnswer answer = read.get(share);
        return answer == null
                ? null
                : answer.results().stream()
                        .map(InfluxResult::error)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** The share whose error counts; -1 if none does. A database that one group lacks may be another's. */
    int fault() {
        List<Integer> faults =
                shares().filter(share -> error(share) != null).boxed().toList();
        boolean united = step.split() && kind.isRead();
        if (faults.isEmpty()
                || united && faults.size() < shares().filter(this::isRead).count()) {
            return faults.stream()
                    .filter(share -> !error(share).contains(NOT_FOUND))
                    .findFirst()
                    .orElse(-1);
        }
        return faults.get(0);
    }

    IntStream shares() {
        return IntStream.range(0, results.size());
    }

    boolean isRead(int share) {
        return read.get(share) != null;
    }

    /** Whether what follows is not executed. */
    boolean isLast() {
        return fault() >= 0 || !failed().isEmpty();
    }

    /** Of a statement that every group has to execute: what became of it in each. */
    String fates() {
        StringBuilder text = new StringBuilder();
        shares().forEach(share -> text.append(share == 0 ? "" : "; ").append(fate(share)));
        return text.toString();
    }

    private String fate(int share) {
        ShareResult result = results.get(share);
        String group = "group " + result.share().group() + ": ";
        if (result.failure() != null) {
            return result.text() + (result.sent() ? " (it may be done all the same)" : " (not done)");
        }
        if (!result.succeeded()) {
            return group + "not done: answered " + result.status();
        }
        return group + (error(share) == null ? "done" : "not done: " + error(share));
    }
}
