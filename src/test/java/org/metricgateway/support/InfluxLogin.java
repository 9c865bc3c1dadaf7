package org.metricgateway.support;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * Who may do anything at an {@link InfluxServer}.
 *
 * @param user empty if nobody has to say who he is
 */
public record InfluxLogin(String user, String password) {

    static final InfluxLogin NONE = new InfluxLogin("", "");

    boolean demanded() {
        return !user.isEmpty();
    }

    /** The first administrator may be made by anybody; on a used folder this changes nothing. */
    void createOn(InfluxServer server) {
        if (demanded()) {
            server.query("CREATE USER \"" + user + "\" WITH PASSWORD '" + password + "' WITH ALL PRIVILEGES");
        }
    }

    /** @param others name, value, name, value, … */
    String[] headers(String... others) {
        Stream<String> own = demanded() ? Stream.of("Authorization", basic()) : Stream.empty();
        return Stream.concat(own, Stream.of(others)).toArray(String[]::new);
    }

    private String basic() {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }
}
