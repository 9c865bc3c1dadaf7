package org.metricgateway.admin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metricgateway.backend.Backend;
import org.metricgateway.backend.Groups;
import org.metricgateway.config.Network;
import org.metricgateway.metric.UnreadableRequest;

/**
 * The backends that a path names.
 *
 * @param group whose they are; empty for any
 * @param name {@code host:port} with its base path; without a group an address or a host is enough
 */
record NamedBackends(Optional<String> group, String name) {

    private static final Pattern PATH = Pattern.compile("/admin/backends/(.+)/[a-z]+");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[?[0-9a-fA-F:.]+]?");
    private static final Pattern HOST_PORT = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+]):\\d+(/.*)?");

    /**
     * @param path {@code /admin/backends/<group>/<backend>/…} or {@code /admin/backends/<address>/…}, with percent-encoding
     * @throws UnreadableRequest if nothing can have such a name
     */
    static NamedBackends of(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            throw new UnreadableRequest("no backend is named");
        }
        String rest = matcher.group(1);
        int slash = rest.indexOf('/');
        Optional<String> group = slash < 0 ? Optional.empty() : Optional.of(decoded(rest.substring(0, slash)));
        String name = decoded(rest.substring(slash + 1));
        boolean good = HOST_PORT.matcher(name).matches()
                || group.isEmpty() && HOST.matcher(name).matches();
        if (!good) {
            throw new UnreadableRequest("\"" + name + "\" is no " + (group.isEmpty() ? "address" : "host:port"));
        }
        return new NamedBackends(group, name);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRequest("the path has a broken percent-encoding");
        }
    }

    List<Backend> in(Groups groups) {
        return groups.all().stream()
                .filter(each -> group.isEmpty() || group.get().equals(each.name()))
                .flatMap(each -> each.backends().stream())
                .filter(this::names)
                .toList();
    }

    private boolean names(Backend backend) {
        return name.equalsIgnoreCase(backend.name())
                || group.isEmpty() && sameHost(bare(name), bare(backend.url().getHost()));
    }

    private static boolean sameHost(String one, String other) {
        return one.equalsIgnoreCase(other) || one.contains(":") && other.contains(":") && sameAddress(one, other);
    }

    /** IPv6 addresses can be written in many ways. */
    private static boolean sameAddress(String one, String other) {
        try {
            return Network.parse(one).equals(Network.parse(other));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** An address without its brackets. */
    static String bare(String host) {
        return host.replaceFirst("^\\[(.*)]$", "$1");
    }
}
