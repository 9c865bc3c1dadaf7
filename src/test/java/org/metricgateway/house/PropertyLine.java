package org.metricgateway.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of application.properties, also one whose default is only shown ({@code #gateway.x = 1}).
 *
 * @param shown whether it stands behind a {@code #}, so that its value is the default
 * @param explained whether a comment precedes it without a blank line between
 */
record PropertyLine(String key, String value, boolean shown, boolean explained) {

    private static final Pattern KEY = Pattern.compile("(#? ?)((?:gateway|camel)[.][\\w.-]+) *= *(.*)");

    static List<PropertyLine> of(Project project) {
        List<PropertyLine> found = new ArrayList<>();
        boolean explained = false;
        for (String line : project.lines("application.properties")) {
            Matcher key = KEY.matcher(line);
            if (key.matches()) {
                found.add(new PropertyLine(key.group(2), key.group(3), line.startsWith("#"), explained));
            } else {
                explained = line.startsWith("# ");
            }
        }
        return found;
    }

    /** The key with a placeholder wherever its user chooses a name. */
    String form() {
        return key.replaceFirst("^gateway[.]group[.][^.]+", "gateway.group.<name>")
                .replaceFirst("[.]headers[.].*", ".headers.<name>")
                .replaceFirst("^gateway[.]rule[.]\\d+", "gateway.rule.<n>");
    }

    /** As a table has it; an example is no default. */
    String fallback() {
        boolean example = !shown || value.isEmpty() || key.contains(".headers.");
        return example ? "" : "`" + value + "`";
    }
}
