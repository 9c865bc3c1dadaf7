package org.metricgateway.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricgateway.bench.Effort;

/** Measures contenders by turns, so that a change of the machine's mood meets them all. */
public final class Contest {

    private final Wrk wrk;
    private final Effort effort;

    public Contest(Wrk wrk, Effort effort) {
        this.wrk = wrk;
        this.effort = effort;
    }

    /** The median of each, by its name, in the given order. */
    public Map<String, Sample> run(List<Contender> contenders) throws IOException {
        for (Contender contender : contenders) {
            wrk.run(contender.server(), contender.ask(), effort.warmup());
        }
        Map<String, List<Sample>> rounds = new LinkedHashMap<>();
        for (int round = 0; round < effort.rounds(); round++) {
            for (Contender contender : contenders) {
                rounds.computeIfAbsent(contender.who(), who -> new ArrayList<>())
                        .add(wrk.run(contender.server(), contender.ask(), effort.seconds()));
            }
        }
        Map<String, Sample> medians = new LinkedHashMap<>();
        rounds.forEach((who, samples) -> medians.put(who, Sample.median(samples)));
        return medians;
    }
}
