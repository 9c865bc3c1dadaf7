package org.metricgateway.routing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Paths that one server reads as one place and the next server as another. */
final class PathSegments {

    private PathSegments() {}

    /** Whether it has dot segments, empty ones or parameters: what is allowed here may be something else behind. */
    static boolean areAmbiguous(String path) {
        String decoded;
        try {
            decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return true;
        }
        for (String segment : decoded.split("/")) {
            if (segment.equals(".") || segment.equals("..")) {
                return true;
            }
        }
        return path.contains("//") || path.contains(";") || decoded.contains("\\");
    }
}
