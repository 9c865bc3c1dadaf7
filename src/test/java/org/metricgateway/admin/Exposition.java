package org.metricgateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text that Prometheus reads, read as strictly as it does.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus: Exposition formats</a>
 */
final class Exposition {

    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\n\"])*\"";
    private static final Pattern SAMPLE =
            Pattern.compile("(" + NAME + ")(\\{" + LABEL + "(?:," + LABEL + ")*,?})? (\\S+)");
    private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") .*");
    private static final Pattern TYPE =
            Pattern.compile("# TYPE (" + NAME + ") (counter|gauge|histogram|summary|untyped)");

    private final Map<String, Double> samples = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Set<String> closed = new HashSet<>();
    private String family = "";

    private Exposition() {}

    /** Fails if it is not valid. */
    static Exposition read(String text) {
        assertThat(text).endsWith("\n");
        Exposition exposition = new Exposition();
        text.lines().forEach(exposition::line);
        return exposition;
    }

    /** @param sample its name and labels, as they stand */
    double value(String sample) {
        assertThat(samples).containsKey(sample);
        return samples.get(sample);
    }

    /** What else happened, for whoever wonders why something did not. */
    Map<String, Double> changesSince(Exposition before) {
        Map<String, Double> changes = new TreeMap<>(samples);
        changes.entrySet().removeAll(before.samples.entrySet());
        return changes;
    }

    Set<String> samples() {
        return samples.keySet();
    }

    private void line(String line) {
        Matcher type = TYPE.matcher(line);
        if (type.matches()) {
            begin(type.group(1));
            assertThat(types.put(type.group(1), type.group(2))).as(line).isNull();
        } else if (line.startsWith("#")) {
            Matcher help = HELP.matcher(line);
            assertThat(line).matches(HELP);
            assertThat(help.matches()).isTrue();
            begin(help.group(1));
        } else {
            sample(line);
        }
    }

    /** Lines of one family stand together. */
    private void begin(String name) {
        if (!family.equals(name)) {
            assertThat(closed.add(family)).as(family).isTrue();
            assertThat(closed).doesNotContain(name);
            family = name;
        }
    }

    private void sample(String line) {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        assertThat(types).as("type of " + line).containsKey(family);
        String suffix =
                types.get(family).equals("histogram") || types.get(family).equals("summary")
                        ? "(_bucket|_count|_sum)?"
                        : "";
        assertThat(sample.group(1)).matches(Pattern.quote(family) + suffix);
        if (types.get(family).equals("counter")) {
            assertThat(family).endsWith("_total");
        }
        String key = line.substring(0, line.lastIndexOf(' '));
        assertThat(samples.put(key, Double.valueOf(sample.group(3).replace("Inf", "Infinity"))))
                .as(line)
                .isNull();
    }
}
