package org.metricgateway;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.StringLayout;
import org.apache.logging.log4j.core.appender.AsyncAppender;
import org.apache.logging.log4j.core.appender.ConsoleAppender;
import org.apache.logging.log4j.core.config.AbstractConfiguration;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.filter.AbstractFilter;
import org.apache.logging.log4j.layout.template.json.JsonTemplateLayout;

/**
 * How the gateway's own process logs: one line for each event on stdout. Made by hand: to read the same from a file cost
 * Log4j a quarter of the start.
 */
final class LogConfiguration extends AbstractConfiguration {

    private static final String OURS = "org.metricgateway";
    private static final String CAMEL = "org.apache.camel.impl.engine.AbstractCamelContext";
    private static final int WAITING_LINES = 8192;

    private final Level level;
    private final boolean json;

    LogConfiguration(String level, boolean json) {
        super(null, ConfigurationSource.NULL_SOURCE);
        this.level = Level.valueOf(level);
        this.json = json;
        setName("metric-gateway");
        // Log4j's own hook would run beside Camel's and drop what the drain has to say: Logging stops it.
        isShutdownHookEnabled = false;
        // Nothing here says it, and Log4j would ask the network for it.
        getProperties().put("hostName", "unknown");
    }

    @Override
    protected void doConfigure() {
        Appender behind = behind(stdout());
        LoggerConfig root = getRootLogger();
        // Camel and Netty, down to what an operator should look at.
        root.setLevel(Level.WARN);
        root.addAppender(behind, level, null);
        addLogger(OURS, new LoggerConfig(OURS, level, true));
        addLogger(CAMEL, camel());
    }

    private Appender stdout() {
        StringLayout layout = json ? json() : new TextLayout();
        return added(ConsoleAppender.createDefaultAppenderForLayout(layout));
    }

    private StringLayout json() {
        return JsonTemplateLayout.newBuilder()
                .setConfiguration(this)
                .setEventTemplateUri("classpath:EcsLayout.json")
                .build();
    }

    /** Whoever stops reading stdout loses lines, and stops no event loop. */
    private Appender behind(Appender stdout) {
        AppenderRef[] refs = {AppenderRef.createAppenderRef(stdout.getName(), null, null)};
        return added(AsyncAppender.newBuilder()
                .setName("behind")
                .setConfiguration(this)
                .setBlocking(false)
                .setBufferSize(WAITING_LINES)
                .setAppenderRefs(refs)
                .build());
    }

    /** The gateway says in one line why it could not start; Camel would say it before, with a stack trace. */
    private static LoggerConfig camel() {
        LoggerConfig config = new LoggerConfig(CAMEL, Level.WARN, true);
        config.addFilter(new AbstractFilter() {
            @Override
            public Result filter(LogEvent event) {
                boolean said = event.getMessage().getFormattedMessage().startsWith("Error starting CamelContext");
                return said ? Result.DENY : Result.NEUTRAL;
            }
        });
        return config;
    }

    private Appender added(Appender appender) {
        addAppender(appender);
        return appender;
    }
}
