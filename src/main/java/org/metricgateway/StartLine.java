package org.metricgateway;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.ContextLifecycle;
import org.metricgateway.backend.Group;
import org.metricgateway.backend.Groups;
import org.metricgateway.config.Configuration;
import org.metricgateway.config.Lookup;
import org.metricgateway.config.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once, when everything runs, what this gateway is: the one line that an operator looks for first; and before it what in its
 * configuration was ignored, or is seldom meant.
 */
public final class StartLine extends ContextLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger("org.metricgateway");

    private final Configuration configuration;
    private final Settings settings;
    private final Groups groups;

    public StartLine(Configuration configuration, Groups groups) {
        this.configuration = configuration;
        this.settings = configuration.settings();
        this.groups = groups;
    }

    @Override
    public void onContextStarted(CamelContext started) {
        configuration.warnings().forEach(LOG::warn);
        LOG.info("{}", text());
    }

    String text() {
        String named = groups.all().stream().map(StartLine::named).collect(Collectors.joining(", "));
        return "%s listens on %s, for operators on %s; mode %s; groups %s; rules %s"
                .formatted(
                        Version.ours(),
                        settings.listen(),
                        settings.adminListen(),
                        settings.mode().name().toLowerCase(Locale.ROOT),
                        named,
                        settings.rules().size());
    }

    private static String named(Group group) {
        Stream<String> fixed = group.backends().stream().map(Backend::name);
        Stream<String> found = group.settings().lookups().stream().map(Lookup::toString);
        return group.name() + " (" + Stream.concat(fixed, found).collect(Collectors.joining(", ")) + ")";
    }
}
