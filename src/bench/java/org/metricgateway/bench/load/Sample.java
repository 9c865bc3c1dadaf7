package org.metricgateway.bench.load;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one round showed.
 *
 * @param rate requests answered per second
 * @param cpu microseconds of the process per request, user and system
 * @param kernel what of them the system took
 * @param p50 milliseconds within which half of the answers came
 * @param p99 the same for all but one in a hundred
 * @param p999 the same for all but one in a thousand
 * @param resident megabytes of resident memory at the end
 * @param errors answers that were none, or had a status over 399
 */
public record Sample(
        double rate, double cpu, double kernel, double p50, double p99, double p999, double resident, double errors) {

    /** Figure by figure, but all errors. */
    static Sample median(List<Sample> rounds) {
        return new Sample(
                median(rounds, Sample::rate),
                median(rounds, Sample::cpu),
                median(rounds, Sample::kernel),
                median(rounds, Sample::p50),
                median(rounds, Sample::p99),
                median(rounds, Sample::p999),
                median(rounds, Sample::resident),
                rounds.stream().mapToDouble(Sample::errors).sum());
    }

    private static double median(List<Sample> rounds, ToDoubleFunction<Sample> figure) {
        Series series = new Series();
        rounds.forEach(round -> series.add(figure.applyAsDouble(round)));
        return series.median();
    }
}
