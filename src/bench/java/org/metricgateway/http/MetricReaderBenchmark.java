package org.metricgateway.http;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.metricgateway.bench.peer.Bodies;
import org.metricgateway.config.Settings.Limits;
import org.metricgateway.metric.Body;
import org.metricgateway.metric.KairosPoints;
import org.metricgateway.metric.KairosQuery;
import org.metricgateway.metric.Mentions;
import org.metricgateway.support.Configured;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to read which metrics a request names. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MetricReaderBenchmark {

    private final Limits limits =
            Configured.settings("gateway.group.cpu.urls = http://cpu:8080").limits();
    private final Body oneMetric = buffer(Bodies.query("cpu.load"));
    private final Body eightMetrics = buffer(Bodies.query(
            IntStream.range(0, 8).mapToObj(number -> "cpu.load" + number).toArray(String[]::new)));
    private final Body smallWrite = buffer(Bodies.write(1_000, "cpu.load"));
    private final Body largeWrite = buffer(Bodies.write(200_000, "cpu.load", "mem.used"));

    @Benchmark
    public Mentions queryOfOneMetric() {
        return KairosQuery.read(oneMetric, limits);
    }

    @Benchmark
    public Mentions queryOfEightMetrics() {
        return KairosQuery.read(eightMetrics, limits);
    }

    @Benchmark
    public Mentions writeOf1Kilobyte() {
        return KairosPoints.read(smallWrite.open(), limits);
    }

    @Benchmark
    public Mentions writeOf200Kilobytes() {
        return KairosPoints.read(largeWrite.open(), limits);
    }

    private static Body buffer(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new BufferBody(Unpooled.directBuffer(bytes.length).writeBytes(bytes));
    }
}
