package org.metricgateway.config;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.metricgateway.config.GroupSettings.Partial;
import org.metricgateway.config.GroupSettings.Timeouts;

/** Reads one group. */
final class GroupReader {

    private final String name;
    private final Values values;
    private final Faults faults;

    GroupReader(String name, Values values, Faults faults) {
        this.name = name;
        this.values = values;
        this.faults = faults;
    }

    GroupSettings group() {
        read("balance", Words.BALANCE);
        return new GroupSettings(
                name,
                read("dialect", Words.DIALECT),
                urls(),
                read("token", Words.SECRET.orNone()),
                headers(),
                new Timeouts(time("connect"), time("first-byte"), time("idle"), time("deadline")),
                read("tls.ca", CaFile.CERTIFICATES.orNone()),
                Set.copyOf(values.readEach(key("failure-status"), Amounts.count(100, 599))),
                read("concurrency", Amounts.POSITIVE),
                read("partial", Words.constant(Partial.class)));
    }

    private List<URI> urls() {
        String key = key("urls");
        if (values.text(key).replace(',', ' ').isBlank()) {
            String wrong = values.find(key).isPresent() ? "is empty" : "is missing";
            Property property = values.find(key).orElse(new Property(key, "", ""));
            faults.add(property, wrong, "name at least one backend, such as http://kairosdb:8080");
        }
        Set<String> seen = new HashSet<>();
        return values.readEach(key, text -> {
            URI url = BackendUrl.of(text);
            if (!seen.add(BackendUrl.identity(url))) {
                throw new BadValue("names \"" + text + "\" twice", "name each backend once");
            }
            return url;
        });
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String prefix = key(Keys.HEADERS);
        for (String key : values.keys()) {
            if (key.startsWith(prefix)) {
                values.find(key).ifPresent(property -> header(property, key.substring(prefix.length()), headers));
            }
        }
        return Collections.unmodifiableMap(headers);
    }

    private void header(Property property, String header, Map<String, String> headers) {
        try {
            Header.name(header);
            if (headers.put(header, Header.VALUE.of(property.value())) != null) {
                throw new BadValue("sets a header that is set already", "set it once; names ignore case");
            }
            boolean authorization = header.equalsIgnoreCase("Authorization");
            if (authorization && !values.text(key("token")).isEmpty()) {
                throw new BadValue("is set beside token, which sets it too", "keep one of them");
            }
        } catch (BadValue e) {
            faults.add(property, e);
        }
    }

    private Duration time(String which) {
        return read("timeout." + which, Amounts.POSITIVE_TIME);
    }

    private <T> T read(String rest, Reading<T> reading) {
        return values.read(key(rest), reading);
    }

    private String key(String rest) {
        return Keys.groupKey(name, rest);
    }
}
