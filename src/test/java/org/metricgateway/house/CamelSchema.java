package org.metricgateway.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * The schema of route files in the jar of camel-yaml-dsl.
 *
 * <p>The jar of 4.18 has no schema of the canonical notation. It is the full one less three things: a string in place
 * of an object, an expression beside the keys of its step, and top-level elements that a route file here does not need.
 *
 * @see <a href="https://issues.apache.org/jira/browse/CAMEL-22987">CAMEL-22987</a>
 */
final class CamelSchema {

    private static final Set<String> TOP = Set.of("route", "routeTemplate", "routeConfiguration", "beans");

    private CamelSchema() {}

    static JsonNode full() {
        try (InputStream schema = CamelSchema.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            return new ObjectMapper().readTree(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode canonical() {
        JsonNode schema = full();
        ((ObjectNode) schema.at("/items/properties")).retain(TOP);
        narrow(schema);
        return schema;
    }

    private static void narrow(JsonNode node) {
        if (node.path("oneOf").path(0).path("type").asText().equals("string")) {
            removeFirst(node.path("oneOf"));
        }
        JsonNode properties = node.path("properties");
        if (node.path("anyOf").isArray() && properties.has("expression")) {
            properties.properties().removeIf(CamelSchema::languageInline);
        }
        node.forEach(CamelSchema::narrow);
    }

    private static boolean languageInline(Map.Entry<String, JsonNode> property) {
        return property.getValue().isEmpty() && !property.getKey().equals("expression");
    }

    private static void removeFirst(JsonNode alternatives) {
        Iterator<JsonNode> first = alternatives.elements();
        first.next();
        first.remove();
    }
}
