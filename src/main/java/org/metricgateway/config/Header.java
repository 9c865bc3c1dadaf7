package org.metricgateway.config;

import java.util.Locale;
import java.util.Set;

/**
 * A header that a group's backends are sent.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1">RFC 9110: Connection</a>
 */
final class Header {

    private static final Set<String> NOT_TO_SET = Set.of(
            "connection",
            "content-length",
            "host",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** A value never shown: many a header is a secret. */
    static final Reading<String> VALUE = text -> {
        if (text.isEmpty() || !text.chars().allMatch(c -> c == '\t' || c >= ' ' && c < 0x7F)) {
            throw new BadValue("has a value that no header carries", "use visible ASCII on one line");
        }
        return text;
    };

    private Header() {}

    static String name(String text) {
        if (!text.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            throw new BadValue("is not a header's name", "use letters, digits and -");
        }
        if (NOT_TO_SET.contains(text.toLowerCase(Locale.ROOT))) {
            throw new BadValue("sets a header that the gateway itself sets for each connection", "leave it out");
        }
        return text;
    }
}
