package org.metricgateway.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A scalar somewhere in a YAML file.
 *
 * @param path the keys that lead to it, outermost first, without the positions in lists
 * @param text as written, without quotes
 */
record Leaf(List<String> path, String text) {

    static Stream<Leaf> of(JsonNode node) {
        return of(List.of(), node);
    }

    private static Stream<Leaf> of(List<String> path, JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream().flatMap(field -> of(with(path, field.getKey()), field.getValue()));
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).flatMap(element -> of(path, element));
        }
        return Stream.of(new Leaf(path, node.asText()));
    }

    private static List<String> with(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }

    String key() {
        return path.isEmpty() ? "" : path.get(path.size() - 1);
    }

    boolean ends(String parent, String key) {
        return path.size() > 1 && path.subList(path.size() - 2, path.size()).equals(List.of(parent, key));
    }

    boolean below(String key) {
        return path.contains(key);
    }
}
