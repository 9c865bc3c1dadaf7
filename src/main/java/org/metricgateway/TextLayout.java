package org.metricgateway;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.layout.AbstractStringLayout;

/**
 * A line of text for an event: time, level, who, what. Log4j's own layout for that needs its plugins: {@link PluginsHidden}.
 *
 * <p>What a client sends may hold line ends and terminal commands; neither reaches the terminal.
 */
final class TextLayout extends AbstractStringLayout {

    private static final int LEVEL_WIDTH = 5;
    private static final int TYPICAL = 160;

    TextLayout() {
        super(StandardCharsets.UTF_8);
    }

    @Override
    public String toSerializable(LogEvent event) {
        StringBuilder line = new StringBuilder(TYPICAL);
        time(line, event.getInstant().getEpochMillisecond());
        String level = event.getLevel().name();
        line.append(' ').append(level).append(" ".repeat(Math.max(0, LEVEL_WIDTH - level.length())));
        String logger = event.getLoggerName();
        line.append(' ').append(logger, logger.lastIndexOf('.') + 1, logger.length());
        line.append(' ');
        harmless(line, event.getMessage().getFormattedMessage());
        if (event.getThrown() != null) {
            line.append(' ');
            harmless(line, trace(event.getThrown()));
        }
        return line.append('\n').toString();
    }

    private static void time(StringBuilder line, long millis) {
        OffsetDateTime time =
                Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()).toOffsetDateTime();
        line.append(time.toLocalDate());
        number(line.append('T'), time.getHour(), 2);
        number(line.append(':'), time.getMinute(), 2);
        number(line.append(':'), time.getSecond(), 2);
        number(line.append(','), (int) Math.floorMod(millis, 1000L), 3);
        String offset = time.getOffset().getId();
        line.append(offset.equals("Z") ? "+00:00" : offset);
    }

    private static void number(StringBuilder line, int number, int digits) {
        String text = Integer.toString(number);
        line.append("0".repeat(digits - text.length())).append(text);
    }

    private static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return trace.toString().stripTrailing();
    }

    private static void harmless(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\u2028', '\u2029' -> line.append('?');
                default -> line.append(c != '\t' && Character.isISOControl(c) ? '?' : c);
            }
        }
    }
}
