package org.metricgateway.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.metricgateway.support.Command;

/**
 * A program that answers HTTP, as the system sees it: with all its processes.
 *
 * @param url without a path
 * @param pid of its first process
 */
public record Server(String url, long pid) {

    private static final Pattern ALLOCATED = Pattern.compile(" allocated=(\\d+)([BKMG]) ");
    private static final String UNITS = "BKMG";

    /** Linux counts in hundredths of a second, whatever its own clock does. */
    private static final long TICK_MILLIS = 10;

    public int port() {
        return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
    }

    /** User and system time since it was started. */
    public Duration cpu() {
        return processes()
                .map(process -> process.info().totalCpuDuration().orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * System time since it was started: what the kernel did for it.
     *
     * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
     */
    public Duration kernel() {
        return processes().map(Server::kernel).reduce(Duration.ZERO, Duration::plus);
    }

    /** Resident memory in bytes. */
    public long resident() {
        return processes().mapToLong(process -> status(process, "VmRSS:")).sum();
    }

    /** The most resident memory since {@link #forgetPeak}, in bytes. */
    public long peak() {
        return processes().mapToLong(process -> status(process, "VmHWM:")).sum();
    }

    public void forgetPeak() {
        processes().forEach(process -> {
            try {
                Files.writeString(file(process, "clear_refs"), "5");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Bytes that the threads of this JVM have allocated so far. */
    public long allocated() {
        String threads = Command.output(Command.ofJdk("jcmd"), Long.toString(pid), "Thread.print", "-e");
        return ALLOCATED
                .matcher(threads)
                .results()
                .mapToLong(each -> Long.parseLong(each.group(1)) << 10 * UNITS.indexOf(each.group(2)))
                .sum();
    }

    private Stream<ProcessHandle> processes() {
        ProcessHandle first = ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException(url + " has ended"));
        return Stream.concat(Stream.of(first), first.descendants());
    }

    private static Duration kernel(ProcessHandle process) {
        try {
            String stat = Files.readString(file(process, "stat"));
            // The name stands in brackets and may hold spaces; stime is the thirteenth field behind it.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Duration.ofMillis(TICK_MILLIS * Long.parseLong(fields[12]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long status(ProcessHandle process, String field) {
        try (Stream<String> lines = Files.lines(file(process, "status"))) {
            String line =
                    lines.filter(each -> each.startsWith(field)).findFirst().orElseThrow();
            return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(ProcessHandle process, String name) {
        return Path.of("/proc", Long.toString(process.pid()), name);
    }
}
