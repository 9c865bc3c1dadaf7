package org.metricgateway.bench;

import static org.metricgateway.bench.load.Ask.POINTS;
import static org.metricgateway.bench.load.Ask.QUERY;

import java.util.LinkedHashMap;
import java.util.Map;
import org.metricgateway.bench.load.Ask;
import org.metricgateway.bench.peer.Answers;
import org.metricgateway.bench.peer.Bodies;

/** All of them, by name. */
final class Cases {

    static final Ask SMALL = Ask.post(QUERY, Bodies.query("cpu.load"));

    /** The same of another metric. */
    static final Ask OTHER = Ask.post(QUERY, Bodies.query("mem.used"));

    /** Clients that send or get much at once are fewer. */
    private static final int FEW = 8;

    private final Map<String, String> what = new LinkedHashMap<>();
    private final Map<String, Case> all = new LinkedHashMap<>();

    Cases(int connections) {
        add(
                "query",
                "a query with one owner, 170 bytes, answered with 1 KB",
                new Among(SMALL, "/1", connections, true));
        add("half-load", "the same at half of what the gateway can do", new HalfLoad());
        add("loops", "the same with two event loops", new TwoLoops());
        add("two-owners", "eight metrics, of one owner and of two", new TwoOwners());
        add("write-1k", "a write of 1 KB", new Among(write(1_000), "/1", connections, false));
        add("write-1m", "a write of 1 MB", new Among(write(1_000_000), "/read", FEW, false));
        add("write-split", "a write of 1 KB to one owner and to two", new SplitWrite());
        add("answer-100k", "an answer of 100 KB", answer(Answers.K100));
        add("answer-10m", "an answer of 10 MB", answer(Answers.M10));
        add("relay-1g", "an answer of 1 GB", new LargeRelay());
        add("merge-1m", "ten owners, each answering 1 MB", new LargeMerge(Answers.M1));
        add("merge-50m", "ten owners, each answering 50 MB, in 256 MB of heap", new LargeMerge(Answers.M50));
        add("rules", "1 rule and 1 000 rules", new ManyRules());
        add("backends", "1 backend and 500 backends", new ManyBackends());
        add("idle", "10 000 connections that wait", new IdleConnections());
        add("start", "from the start to the first 200 of /readyz", new StartUp());
        add("memory", "resident memory after many queries, with -Xmx128m", new Memory());
    }

    private void add(String name, String says, Case measures) {
        what.put(name, says);
        all.put(name, measures);
    }

    Map<String, Case> all() {
        return all;
    }

    String what(String name) {
        return what.get(name);
    }

    private static Ask write(int bytes) {
        return Ask.post(POINTS, Bodies.write(bytes, "cpu.load"));
    }

    private static Case answer(String file) {
        return new Among(SMALL, "/file/" + file, FEW, false);
    }
}
