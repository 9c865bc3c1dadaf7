package org.metricgateway.house;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The keys of application.properties, also those that are only shown ({@code # gateway.x = 1}).
 *
 * @param sentences by key: whether a sentence explains it
 */
record PropertyLines(Map<String, Boolean> sentences) {

    private static final Pattern KEY = Pattern.compile("#? ?((?:gateway|camel)[.][\\w.<>*-]+) *=.*");

    static PropertyLines of(Project project) {
        List<String> lines = project.lines("application.properties");
        Map<String, Boolean> sentences = new TreeMap<>();
        boolean sentence = false;
        for (String line : lines) {
            Matcher key = KEY.matcher(line);
            if (key.matches()) {
                sentences.merge(key.group(1), sentence, Boolean::logicalOr);
            } else {
                sentence = line.startsWith("# ");
            }
        }
        return new PropertyLines(sentences);
    }

    /** One sentence explains all keys that follow it without a blank line between. */
    Set<String> explained() {
        return sentences.keySet().stream().filter(sentences::get).collect(Collectors.toSet());
    }
}
