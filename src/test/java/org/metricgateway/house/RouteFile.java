package org.metricgateway.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One file of {@code routes/}.
 *
 * @param name without its folder
 * @param lines as written
 * @param content as YAML
 */
record RouteFile(String name, List<String> lines, JsonNode content) {

    private static final YAMLMapper YAML = new YAMLMapper();

    static RouteFile read(Path path) {
        try {
            String text = Files.readString(path);
            return new RouteFile(path.getFileName().toString(), text.lines().toList(), YAML.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name up to its first dot. */
    String stem() {
        return name.replaceFirst("\\..*", "");
    }

    List<Item> items() {
        List<Integer> starts = starts();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
            var field = content.path(i).properties().iterator().next();
            items.add(new Item(this, field.getKey(), field.getValue(), length(starts.get(i), end)));
        }
        return items;
    }

    private List<Integer> starts() {
        List<Integer> starts = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).startsWith("- ")) {
                starts.add(line);
            }
        }
        return starts;
    }

    /** Without the blank lines and comments before the next one. */
    private int length(int start, int end) {
        int last = end;
        while (last > start && lines.get(last - 1).matches("\\s*(#.*)?")) {
            last--;
        }
        return last - start;
    }

    String fault(String text) {
        return name + ": " + text;
    }
}
