package org.metricgateway.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The address of a backend, without anything that is a secret or that a request brings itself. */
final class BackendUrl {

    private static final String RIGHT = "must be http://host:port or https://host:port, with a base path if it has one";

    private BackendUrl() {}

    static URI of(String text) {
        if (text.indexOf('@') >= 0) {
            throw new BadValue(
                    "holds user info in " + shown(text), "use gateway.group.<name>.token or headers instead");
        }
        URI url = parsed(text);
        if (url.getQuery() != null || url.getFragment() != null) {
            throw new BadValue("holds a query or a fragment in " + shown(text), RIGHT);
        }
        String lack = lack(url);
        if (!lack.isEmpty()) {
            throw new BadValue(shown(text) + lack, RIGHT);
        }
        return URI.create(text.replaceFirst("/+$", ""));
    }

    private static String lack(URI url) {
        if (!"http".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(url.getScheme())) {
            return " is not http or https";
        }
        if (url.getHost() == null) {
            return " has no host made of letters, digits, - and .";
        }
        return url.getPort() == 0 || url.getPort() > 0xFFFF ? " has no port from 1 to 65535" : "";
    }

    /** What two ways to write one backend have in common. */
    static String identity(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
        return url.getHost().toLowerCase(Locale.ROOT) + ":" + port + url.getRawPath();
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new BadValue(shown(text) + " is not a URL", RIGHT);
        }
    }

    /** Neither user info nor a query, either of which may be a secret; nothing where that cannot be told. */
    private static String shown(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return "\"" + text.replaceFirst("[?#].*", "") + "\"";
        }
        String behind = text.substring(at + 1);
        return behind.matches("[^?#&=]+") ? "\"" + behind + "\"" : "a URL";
    }
}
