package org.metricgateway.metric;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.metricgateway.config.Settings.Limits;

/** The measurements that a body in line protocol names, each once, in the order in which they come first. */
public final class LineNames {

    private final int most;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> doubtful = new LinkedHashSet<>();
    private boolean strays;
    private String last;

    private LineNames(Limits limits) {
        this.most = limits.metrics();
    }

    /** @throws UnreadableRequest if a name is too long, or there are too many of them */
    public static LineNames read(Body body, Limits limits) {
        LineNames found = new LineNames(limits);
        Lines lines = new Lines(body, limits.metricName());
        while (lines.next()) {
            found.add(lines);
        }
        found.doubtful.removeAll(found.names);
        return found;
    }

    /** Reads no farther than to the first name. */
    public static LineNames first(Body body, Limits limits) {
        LineNames found = new LineNames(limits);
        Lines lines = new Lines(body, limits.metricName());
        while (found.names.isEmpty() && lines.next()) {
            found.add(lines);
        }
        return found;
    }

    /** Of the lines that have a measurement and a field. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** Of lines without a field only: if anybody owns such a name, its owner may say what is wrong. */
    public List<String> doubtful() {
        return List.copyOf(doubtful);
    }

    /** Whether there is a line without a measurement. */
    public boolean hasStrays() {
        return strays;
    }

    private void add(Lines lines) {
        if (!lines.isPoint()) {
            return;
        }
        if (!lines.isNamed()) {
            strays = true;
        } else if (!lines.hasField()) {
            doubtful.add(lines.name());
        } else if (lines.name() != last) {
            last = lines.name();
            names.add(last);
        }
        if (names.size() > most || doubtful.size() > most) {
            throw new UnreadableRequest("the request names more than " + most + " measurements: send several");
        }
    }
}
