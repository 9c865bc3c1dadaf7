package org.metricgateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.metricgateway.metric.UnreadableRequest;

/**
 * The parameters of a request, in its URL and in the form that is its body, which goes first.
 *
 * @param form null where the body is none
 * @see <a href="https://pkg.go.dev/net/http#Request.FormValue">Go: Request.FormValue</a>
 */
record InfluxForm(List<Parameter> url, List<Parameter> form) {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** @param raw as sent */
    record Parameter(String name, String value, String raw) {

        static Parameter of(String raw) {
            int equals = raw.indexOf('=');
            String name = QueryString.decode(equals < 0 ? raw : raw.substring(0, equals));
            return new Parameter(name, equals < 0 ? "" : QueryString.decode(raw.substring(equals + 1)), raw);
        }

        static Parameter of(String name, String value) {
            return new Parameter(name, value, name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    /** @throws UnreadableRequest if servers differ in how they read it */
    static InfluxForm of(Received received) {
        String type = received.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        if (type.regionMatches(true, 0, "multipart/", 0, 10)) {
            throw new UnreadableRequest("send parameters in the URL or as " + FORM);
        }
        boolean isForm = received.method().name().equals("POST") && type.regionMatches(true, 0, FORM, 0, FORM.length());
        String body = isForm ? received.content().toString(StandardCharsets.UTF_8) : null;
        return new InfluxForm(parameters(received.query()), body == null ? null : parameters(body));
    }

    private static List<Parameter> parameters(String text) {
        if (text != null && text.contains(";")) {
            throw new UnreadableRequest("a ; among parameters ends one for some servers: encode it as %3B");
        }
        return Stream.of(text == null ? new String[0] : text.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(Parameter::of)
                .toList();
    }

    /** Empty without it. */
    String value(String name) {
        return Stream.concat(form == null ? Stream.of() : form.stream(), url.stream())
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst()
                .orElse("");
    }

    /** In the URL only, where InfluxDB looks for it. */
    boolean isPretty() {
        return url.stream()
                .filter(parameter -> parameter.name().equals("pretty"))
                .findFirst()
                .map(pretty -> pretty.value().equals("true"))
                .orElse(false);
    }

    /** Makes the message ask something else, where the client asked, without some of the parameters. */
    void ask(Message message, String statements, Set<String> without) {
        boolean inForm = form != null
                && form.stream().anyMatch(parameter -> parameter.name().equals("q"));
        message.setHeader(Exchange.HTTP_RAW_QUERY, text(url, inForm ? null : statements, without));
        if (form != null) {
            message.setBody(new TextBody(text(form, inForm ? statements : null, without)));
        }
    }

    private static String text(List<Parameter> parameters, String statements, Set<String> without) {
        List<Parameter> changed = new ArrayList<>(parameters);
        changed.removeIf(parameter -> parameter.name().equals("q") || without.contains(parameter.name()));
        if (statements != null) {
            changed.add(Parameter.of("q", statements));
        }
        return changed.stream().map(Parameter::raw).collect(Collectors.joining("&"));
    }
}
