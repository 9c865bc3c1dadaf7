package org.metricgateway.config;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A properties file whose values keep their backslashes: {@code ^cpu\.} is a pattern, not an escaped dot. Comments,
 * separators and continued lines are as in {@link java.util.Properties#load(java.io.Reader)}.
 */
final class PropertiesText {

    private static final Pattern KEY_VALUE = Pattern.compile("([^\\s=:]+)(?:\\s*[=:]\\s*|\\s+|$)(.*)", Pattern.DOTALL);

    private final String file;
    private final Iterator<String> lines;
    private int number;

    private PropertiesText(Source source) {
        this.file = source.name();
        this.lines = source.text().lines().iterator();
    }

    /** In the order of the file, a key that stands twice twice. */
    static List<Property> properties(Source source) {
        PropertiesText text = new PropertiesText(source);
        List<Property> properties = new ArrayList<>();
        while (text.lines.hasNext()) {
            String line = text.next();
            String where = text.file + ":" + text.number;
            if (!line.isEmpty() && line.charAt(0) != '#' && line.charAt(0) != '!') {
                properties.add(property(text.continued(line), where));
            }
        }
        return properties;
    }

    private static Property property(String line, String where) {
        Matcher matcher = KEY_VALUE.matcher(line);
        return matcher.matches()
                ? new Property(matcher.group(1), matcher.group(2), where)
                : new Property("", line, where);
    }

    private String continued(String first) {
        StringBuilder whole = new StringBuilder(first);
        while (endsOpen(whole)) {
            whole.setLength(whole.length() - 1);
            if (lines.hasNext()) {
                whole.append(next());
            }
        }
        return whole.toString().stripTrailing();
    }

    private String next() {
        number++;
        return lines.next().stripLeading();
    }

    private static boolean endsOpen(CharSequence line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return (line.length() - end) % 2 == 1;
    }
}
