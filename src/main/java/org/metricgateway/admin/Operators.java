package org.metricgateway.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.metricgateway.config.Settings;
import org.metricgateway.http.Forbidden;
import org.metricgateway.http.Unauthorized;

/** Lets those change something who carry {@code gateway.admin.token}, and nobody where there is none. */
public final class Operators implements Processor {

    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(\\S+)");

    private final Optional<byte[]> token;

    public Operators(Settings settings) {
        this.token = settings.adminToken().map(Operators::bytes);
    }

    @Override
    public void process(Exchange exchange) {
        byte[] wanted = token.orElseThrow(
                () -> new Forbidden("nothing can be changed here while gateway.admin.token is not set"));
        String given = exchange.getMessage().getHeader("Authorization", "", String.class);
        Matcher bearer = BEARER.matcher(given);
        // It takes as long for a good guess as for a bad one.
        if (!bearer.matches() || !MessageDigest.isEqual(wanted, bytes(bearer.group(1)))) {
            throw new Unauthorized("changing something takes the header Authorization: Bearer <gateway.admin.token>");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
