package org.metricgateway.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.metricgateway.http.NoSuchMethod;
import org.metricgateway.http.NoSuchPath;

/** What a path of the admin port asks for, and with which methods. */
enum OperatorRequest {
    ALIVE("/healthz?", Methods.READ),
    READY("/readyz", Methods.READ),
    METERS("/metrics", Methods.READ),
    BACKENDS("/admin/backends", Methods.READ),
    /** The same, as tools for hyperbytedb-proxy know it. */
    POOL("/admin/pool", Methods.READ),
    EXCLUSION("/admin/backends/.+/(exclude|include)", List.of("POST")),
    /** POST is a question as well: a query to explain may be long. */
    EXPLAIN("/admin/explain", List.of("GET", "HEAD", "POST"));

    private final Pattern path;
    private final List<String> methods;

    OperatorRequest(String path, List<String> methods) {
        this.path = Pattern.compile(path);
        this.methods = methods;
    }

    /** @throws RuntimeException if the path is none of the admin port's, or has not this method */
    static OperatorRequest of(String path, String method) {
        OperatorRequest found = Arrays.stream(values())
                .filter(each -> each.path.matcher(path).matches())
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
