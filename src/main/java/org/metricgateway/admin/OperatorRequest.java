package org.metricgateway.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.metricgateway.http.NoSuchMethod;
import org.metricgateway.http.NoSuchPath;

/** What a path of the admin port asks for, and with which methods. */
enum OperatorRequest {
    ALIVE(List.of("/health", "/healthz"), Methods.READ),
    READY(List.of("/readyz"), Methods.READ),
    METERS(List.of("/metrics"), Methods.READ),
    BACKENDS(List.of("/admin/backends"), Methods.READ),
    /** POST is a question as well: a query to explain may be long. */
    EXPLAIN(List.of("/admin/explain"), List.of("GET", "HEAD", "POST"));

    private final List<String> paths;
    private final List<String> methods;

    OperatorRequest(List<String> paths, List<String> methods) {
        this.paths = paths;
        this.methods = methods;
    }

    /** @throws RuntimeException if the path is none of the admin port's, or has not this method */
    static OperatorRequest of(String path, String method) {
        OperatorRequest found = Arrays.stream(values())
                .filter(each -> each.paths.contains(path))
                .findFirst()
                .orElseThrow(() -> new NoSuchPath("the admin port has no such path"));
        if (!found.methods.contains(method)) {
            throw new NoSuchMethod(method, found.methods);
        }
        return found;
    }

    static OperatorRequest named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As the routes call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static final class Methods {
        static final List<String> READ = List.of("GET", "HEAD");
    }
}
