package org.metricgateway.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Properties of the gateways that are measured: one event loop, unless a case says otherwise. */
final class Configs {

    private static final String ONE_LOOP = "gateway.loops = 1\n";

    private Configs() {}

    /** Two groups with the same backend. */
    static String of(String backend) {
        return of(backend, backend);
    }

    static String of(String cpu, String mem) {
        return loops(1, cpu, mem);
    }

    static String loops(int loops, String cpu, String mem) {
        return """
                gateway.loops = %d
                gateway.group.cpu.urls = %s
                gateway.group.mem.urls = %s
                gateway.rule.1 = ^cpu[.] -> cpu
                gateway.rule.2 = ^mem[.] -> mem
                """.formatted(loops, cpu, mem);
    }

    /** Groups whose backends answer one, four and eight metrics. */
    static String counted(String backend) {
        return ONE_LOOP + """
                gateway.group.one.urls = %1$s/1
                gateway.group.eight.urls = %1$s/8
                gateway.group.cpu.urls = %1$s/4
                gateway.group.mem.urls = %1$s/4
                gateway.rule.1 = ^one[.] -> one
                gateway.rule.2 = ^eight[.] -> eight
                gateway.rule.3 = ^cpu[.] -> cpu
                gateway.rule.4 = ^mem[.] -> mem
                """.formatted(backend);
    }

    /** So many groups with the same backend, {@code big.<n>} being the metrics of the n-th. */
    static String owners(int groups, String backend) {
        return ONE_LOOP
                + lines(groups, "gateway.group.big%d.urls = " + backend)
                + lines(groups, "gateway.rule.%1$d = ^big[.]%1$d$ -> big%1$d");
    }

    /** So many rules, of which the last one matches. */
    static String rules(int rules, String backend) {
        return ONE_LOOP
                + "gateway.group.cpu.urls = " + backend + "\n"
                + lines(rules - 1, "gateway.rule.%1$d = ^team%1$d[.](disk|net)[.] -> cpu")
                + "gateway.rule." + rules + " = ^cpu[.] -> cpu\n";
    }

    static String backends(Stream<String> urls, String balance) {
        return ONE_LOOP + "gateway.group.cpu.urls = " + urls.collect(Collectors.joining(", "))
                + "\ngateway.group.cpu.balance = " + balance + "\ngateway.rule.1 = ^cpu[.] -> cpu\n";
    }

    private static String lines(int count, String form) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> form.formatted(number) + "\n")
                .collect(Collectors.joining());
    }
}
