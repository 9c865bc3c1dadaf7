package org.metricgateway.http;

/**
 * What a request line asks for, as the client sent it, percent-encoding included.
 *
 * @param query what stands behind the question mark; null without one
 */
record Target(String path, String query) {

    static Target of(String uri) {
        String origin = originForm(uri);
        int mark = origin.indexOf('?');
        return mark < 0 ? new Target(origin, null) : new Target(origin.substring(0, mark), origin.substring(mark + 1));
    }

    /** Without scheme and authority, which a client may send as if to a forward proxy. */
    private static String originForm(String uri) {
        int scheme = uri.startsWith("/") ? -1 : uri.indexOf("://");
        if (scheme < 0) {
            return uri;
        }
        for (int i = scheme + 3; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c == '/' || c == '?') {
                return c == '/' ? uri.substring(i) : "/" + uri.substring(i);
            }
        }
        return "/";
    }

    /** With the bytes that no URI may have percent-encoded; Netty's decoder makes each of them one char. */
    static String escaped(String uri) {
        int i = 0;
        while (i < uri.length() && uri.charAt(i) < 0x80) {
            i++;
        }
        if (i == uri.length()) {
            return uri;
        }
        StringBuilder escaped = new StringBuilder(uri.length() + 16).append(uri, 0, i);
        for (; i < uri.length(); i++) {
            char c = uri.charAt(i);
            escaped.append(c < 0x80 ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return escaped.toString();
    }
}
