package org.metricgateway.merge;

import java.util.List;
import java.util.stream.Stream;

/**
 * The answer to a split write or delete.
 *
 * @param status 204 if every owner took its share, else the worst
 * @param errors none with 204, else each share's, and then what became of each share
 */
public record WriteMerge(int status, List<String> errors) {

    private static final int NO_CONTENT = 204;

    /**
     * @param outcomes one for each share
     * @param taken what a taken share is: {@code stored}, or {@code deleted}
     * @param worst of which failure the client gets the status
     */
    public static WriteMerge of(List<WriteOutcome> outcomes, String taken, WorstStatus worst) {
        List<Integer> failures = outcomes.stream()
                .filter(outcome -> outcome.fate() != Fate.TAKEN)
                .map(WriteOutcome::status)
                .toList();
        if (failures.isEmpty()) {
            return new WriteMerge(NO_CONTENT, List.of());
        }
        Stream<String> errors = outcomes.stream().flatMap(outcome -> outcome.errors().stream());
        Stream<String> fates = outcomes.stream()
                .map(outcome -> outcome.group() + ": " + outcome.fate().words(taken));
        return new WriteMerge(
                worst.among(failures), Stream.concat(errors, fates).toList());
    }
}
