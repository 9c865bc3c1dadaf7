package org.metricgateway.routing;

/** Paths that one server reads as one place and the next server as another. */
final class PathSegments {

    private PathSegments() {}

    /** Whether it has dot segments, path parameters, or encoded slashes: what is allowed here may be something else behind. */
    static boolean areAmbiguous(String path) {
        for (String segment : path.split("/")) {
            String plain = segment.replace("%2e", ".").replace("%2E", ".");
            if (plain.equals(".") || plain.equals("..")) {
                return true;
            }
        }
        return path.contains("//")
                || path.contains(";")
                || path.contains("\\")
                || path.regionMatches(true, Math.max(0, path.toLowerCase(java.util.Locale.ROOT).indexOf("%2f")), "%2f", 0, 3);
    }
}
