package org.metricgateway.bench.jmh;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.metricgateway.bench.peer.Bodies;
import org.metricgateway.merge.AnswerScan;
import org.metricgateway.merge.EmptyElement;
import org.metricgateway.merge.Piece;
import org.metricgateway.merge.QueryAnswer;
import org.metricgateway.merge.QueryMerge;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to find the elements of an answer, and to say what a merged one is made of. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MergerBenchmark {

    private static final int OWNERS = 10;

    private final byte[] small = bytes(Bodies.answer(4));
    private final byte[] large = bytes(Bodies.answerOf(1_000_000));
    private final QueryAnswer answer = scan(large, 1);
    private final List<String> names =
            IntStream.range(0, OWNERS).mapToObj(number -> "big." + number).toList();

    @Benchmark
    public QueryAnswer scanOf1Kilobyte() {
        return scan(small, 4);
    }

    @Benchmark
    public QueryAnswer scanOf1Megabyte() {
        return scan(large, 1);
    }

    @Benchmark
    public List<Piece> mergeOfTenOwners() {
        QueryMerge merge = new QueryMerge(names, EmptyElement.QUERY);
        for (int owner = 0; owner < OWNERS; owner++) {
            merge.add(owner, new int[] {owner}, answer);
        }
        return merge.pieces();
    }

    private static QueryAnswer scan(byte[] bytes, int elements) {
        AnswerScan scan = new AnswerScan(elements);
        scan.process(bytes, 0, bytes.length);
        return scan.finish();
    }

    private static byte[] bytes(String answer) {
        return answer.getBytes(StandardCharsets.UTF_8);
    }
}
