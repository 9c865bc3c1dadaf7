package org.metricgateway.config;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.metricgateway.config.GroupSettings.Holding;
import org.metricgateway.config.GroupSettings.Partial;
import org.metricgateway.config.GroupSettings.Probing;
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
        read("writes", Words.WRITES.orNone());
        Places places = new Places();
        return new GroupSettings(
                name,
                read("dialect", Words.DIALECT),
                urls(places),
                places.lookups(),
                read("token", Words.SECRET.orNone()),
                headers(),
                new Timeouts(time("connect"), time("first-byte"), time("idle"), time("deadline")),
                read("tls.ca", CaFile.CERTIFICATES.orNone()),
                Set.copyOf(values.readEach(key("failure-status"), Amounts.count(100, 599))),
                read("concurrency", Amounts.POSITIVE),
                read("partial", Words.constant(Partial.class)),
                login(),
                read("balance", Words.BALANCE),
                read("slow-start", Amounts.TIME),
                health(),
                new Holding(
                        read("hold.time", Amounts.TIME),
                        read("hold.requests", Amounts.POSITIVE),
                        read("hold.bytes", Amounts.SIZE)),
                read("retries", Amounts.count(0, 10)),
                read("stamp", Words.TRUTH));
    }

    private Probing health() {
        return new Probing(
                read("health.path", Words.PATH.orNone()).orElse(""),
                Set.copyOf(values.readEach(key("health.status"), Amounts.count(100, 599))),
                values.text(key("health.body")),
                read("health.interval", Amounts.POSITIVE_TIME),
                read("health.timeout", Amounts.POSITIVE_TIME),
                read("health.fall", Amounts.POSITIVE),
                read("health.rise", Amounts.POSITIVE));
    }

    private Optional<String> login() {
        Optional<String> user = read("user", Words.USER.orNone());
        Optional<String> password = read("password", Words.PASSWORD.orNone());
        if (user.isPresent() != password.isPresent()) {
            faults.add(key("user"), "and password belong together, and one is missing", "set both or neither");
        }
        if (user.isPresent() && !values.text(key("token")).isEmpty()) {
            faults.add(key("user"), "is set beside token, which sets Authorization too", "keep one of them");
        }
        return user.flatMap(name -> password.map(secret -> name + ":" + secret));
    }

    private List<BackendAddress> urls(Places places) {
        String key = key("urls");
        if (values.text(key).replace(',', ' ').isBlank()) {
            String wrong = values.find(key).isPresent() ? "is empty" : "is missing";
            Property property = values.find(key).orElse(new Property(key, "", ""));
            faults.add(property, wrong, "name at least one backend, such as http://kairosdb:8080");
        }
        values.readEach(key, text -> places.add(text));
        return places.addresses();
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
