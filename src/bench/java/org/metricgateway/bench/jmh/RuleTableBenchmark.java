package org.metricgateway.bench.jmh;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.metricgateway.config.Dialect;
import org.metricgateway.routing.Explanation;
import org.metricgateway.routing.Owners;
import org.metricgateway.support.Configured;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to find a metric's owner: one that was asked for before, and one that is new. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RuleTableBenchmark {

    @Param({"1", "1000"})
    private int rules;

    private Owners owners;

    /** Only the last rule matches. */
    @Setup
    public void fill() {
        Stream<String> others =
                IntStream.range(1, rules).mapToObj("gateway.rule.%1$d = ^team%1$d[.] -> cpu"::formatted);
        Stream<String> ends =
                Stream.of("gateway.group.cpu.urls = http://cpu:8080", "gateway.rule." + rules + " = ^cpu[.] -> cpu");
        owners = Owners.of(Configured.settings(Stream.concat(ends, others).toArray(String[]::new)), Dialect.KAIROSDB);
    }

    @Benchmark
    public Optional<String> known() {
        return owners.find("cpu.load");
    }

    @Benchmark
    public Explanation unknown() {
        return owners.explain("cpu.load");
    }
}
