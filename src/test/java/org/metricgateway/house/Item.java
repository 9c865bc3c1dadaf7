package org.metricgateway.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One top-level element of a route file.
 *
 * @param file where it stands
 * @param kind {@code route}, {@code routeTemplate}, {@code routeConfiguration} or {@code beans}
 * @param content what is below the kind
 * @param lines its length
 */
record Item(RouteFile file, String kind, JsonNode content, int lines) {

    private static final Pattern DIRECT = Pattern.compile("direct:([^?]+).*");

    boolean route() {
        return kind.equals("route");
    }

    boolean template() {
        return kind.equals("routeTemplate");
    }

    String id() {
        return content.path("id").asText();
    }

    JsonNode from() {
        JsonNode inner = content.path("route").path("from");
        return inner.isMissingNode() ? content.path("from") : inner;
    }

    String consumes() {
        return from().path("uri").asText();
    }

    /** Every endpoint that a step sends to: the uri of anything but what the route, also a bare one, is from. */
    Stream<String> sendsTo() {
        return Leaf.of(content)
                .filter(leaf -> leaf.key().equals("uri") && !leaf.ends("from", "uri"))
                .filter(leaf -> leaf.path().size() > 1)
                .map(Leaf::text);
    }

    static Stream<String> directName(String uri) {
        Matcher direct = DIRECT.matcher(uri);
        return direct.matches() ? Stream.of(direct.group(1)) : Stream.empty();
    }

    String fault(String text) {
        return file.fault(kind + " " + id() + ": " + text);
    }
}
