package org.metricgateway.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the backends of a group are, one entry of {@code urls} after the other. */
final class Places {

    private static final Pattern WEIGHTED = Pattern.compile("(.+);weight=(\\d{1,4})");
    private static final Pattern DNS = Pattern.compile("dns:([A-Za-z0-9._-]+):(\\d{1,5})");
    private static final Pattern SRV = Pattern.compile("srv:([A-Za-z0-9._-]+)");
    private static final Reading<Integer> WEIGHT = Amounts.count(1, 1000);
    private static final Reading<Integer> PORT = Amounts.count(1, 0xFFFF);

    private final List<BackendAddress> addresses = new ArrayList<>();
    private final List<Lookup> lookups = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** @throws BadValue if it is no place, or one that is there already */
    Object add(String text) {
        if (text.matches("(dns|srv|file):.*")) {
            Lookup lookup = lookup(text);
            once(lookup.toString(), text);
            return lookups.add(lookup);
        }
        BackendAddress address = address(text);
        once(BackendUrl.identity(address.url()), text);
        return addresses.add(address);
    }

    /** {@code http://host:port;weight=3}, as in a discovery file too. */
    static BackendAddress address(String text) {
        Matcher weighted = WEIGHTED.matcher(text);
        return weighted.matches()
                ? new BackendAddress(BackendUrl.of(weighted.group(1)), WEIGHT.of(weighted.group(2)))
                : BackendAddress.of(BackendUrl.of(text));
    }

    private static Lookup lookup(String text) {
        Matcher dns = DNS.matcher(text);
        if (dns.matches()) {
            return new Lookup(Lookup.Kind.DNS, dns.group(1), PORT.of(dns.group(2)));
        }
        Matcher srv = SRV.matcher(text);
        if (srv.matches()) {
            return new Lookup(Lookup.Kind.SRV, srv.group(1), 0);
        }
        if (text.startsWith("file:") && text.length() > "file:".length()) {
            return new Lookup(Lookup.Kind.FILE, text.substring("file:".length()), 0);
        }
        throw BadValue.shown(text, "must be dns:<host>:<port>, srv:<name> or file:<path>");
    }

    private void once(String identity, String text) {
        if (!seen.add(identity)) {
            throw new BadValue("names \"" + text + "\" twice", "name each backend once");
        }
    }

    List<BackendAddress> addresses() {
        return List.copyOf(addresses);
    }

    List<Lookup> lookups() {
        return List.copyOf(lookups);
    }
}
