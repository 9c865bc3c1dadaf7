package org.metricgateway;

import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;
import org.metricgateway.config.Configuration;
import org.metricgateway.config.Fault;
import org.metricgateway.config.InvalidSettings;
import org.metricgateway.config.Settings;
import org.metricgateway.config.Surroundings;

/** What the gateway's arguments ask for, besides serving. */
public final class CommandLine {

    private static final int DONE = 0;
    private static final int FAULTY = 1;
    private static final int MISUSED = 2;

    private static final String USAGE = """
            Usage: java -jar metric-gateway.jar [--validate [FILE] | --version | --help]

            Without an argument: serve, as application.properties in the working directory says,
            or the file that GATEWAY_CONFIG names.

              --validate [FILE]  check the configuration, say every fault at once; exit 1 if there is one
              --version          say which versions of the gateway, Camel, Netty and Java this is
              --help             say this
            """;

    private final Surroundings surroundings;
    private final PrintStream out;
    private final PrintStream err;

    CommandLine(Surroundings surroundings, PrintStream out, PrintStream err) {
        this.surroundings = surroundings;
        this.out = out;
        this.err = err;
    }

    /** @return what to exit with; empty to serve */
    public static OptionalInt run(String[] args, PrintStream out, PrintStream err) {
        return new CommandLine(Surroundings.current(), out, err).run(List.of(args));
    }

    OptionalInt run(List<String> arguments) {
        if (arguments.isEmpty()) {
            return OptionalInt.empty();
        }
        int most = arguments.get(0).equals("--validate") ? 2 : 1;
        return OptionalInt.of(arguments.size() > most ? misused(arguments.get(most)) : done(arguments));
    }

    private int done(List<String> arguments) {
        return switch (arguments.get(0)) {
            case "--help" -> said(USAGE);
            case "--version" -> said(Version.ours() + System.lineSeparator());
            case "--validate" ->
                validated(arguments.size() == 1 ? surroundings : surroundings.configuredBy(arguments.get(1)));
            default -> misused(arguments.get(0));
        };
    }

    private int said(String text) {
        out.print(text);
        return DONE;
    }

    private int misused(String argument) {
        err.println("unknown argument: " + argument);
        err.print(USAGE);
        return MISUSED;
    }

    private int validated(Surroundings surroundings) {
        try {
            Configuration configuration = Configuration.load(surroundings);
            configuration.warnings().forEach(err::println);
            out.println("valid: " + sizes(configuration.settings()) + ", from " + configuration.source());
            return DONE;
        } catch (InvalidSettings e) {
            e.faults().stream().map(Fault::toString).forEach(err::println);
            return FAULTY;
        }
    }

    private static String sizes(Settings settings) {
        int backends = settings.groups().values().stream()
                .mapToInt(group -> group.urls().size())
                .sum();
        int lookups = settings.groups().values().stream()
                .mapToInt(group -> group.lookups().size())
                .sum();
        return String.join(
                        ", ",
                        counted(settings.groups().size(), "group"),
                        counted(settings.rules().size(), "rule"),
                        counted(backends, "backend"))
                + (lookups == 0 ? "" : ", " + counted(lookups, "look-up"));
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
