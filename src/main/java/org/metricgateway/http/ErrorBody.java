package org.metricgateway.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.metricgateway.config.Dialect;

/**
 * What went wrong, in the shape that clients of a dialect already parse.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457: Problem Details for HTTP APIs</a>
 */
public final class ErrorBody {

    private static final JsonFactory JSON = new JsonFactory();

    /** Of a reason in a header: what is longer is in the body. */
    private static final int LONGEST = 512;

    private ErrorBody() {}

    static String typeFor(Dialect dialect) {
        return dialect == Dialect.HTTP ? "application/problem+json" : "application/json";
    }

    /** What a dialect's errors carry besides their type. */
    static Map<String, String> headersFor(Dialect dialect, List<String> reasons) {
        return switch (dialect) {
            case KAIROSDB -> Map.of("Access-Control-Allow-Origin", "*");
            case INFLUXDB -> Map.of("X-Influxdb-Error", oneLine(String.join("; ", reasons)));
            default -> Map.of();
        };
    }

    /** Fit for a header. */
    private static String oneLine(String text) {
        String printable = text.replaceAll("[^ -~]+", "?");
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "...";
    }

    /** UTF-8 JSON. */
    static byte[] of(Dialect dialect, int status, List<String> reasons, String requestId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            switch (dialect) {
                case KAIROSDB -> kairosdb(json, reasons);
                case INFLUXDB -> json.writeStringField("error", String.join("; ", reasons));
                case PROMETHEUS -> prometheus(json, status, reasons);
                case HTTP -> problem(json, status, reasons);
            }
            if (!requestId.isEmpty()) {
                json.writeStringField("request_id", requestId);
            }
            json.writeEndObject();
            if (dialect == Dialect.INFLUXDB) {
                json.writeRaw('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void kairosdb(JsonGenerator json, List<String> reasons) throws IOException {
        json.writeArrayFieldStart("errors");
        for (String reason : reasons) {
            json.writeString(reason);
        }
        json.writeEndArray();
    }

    private static void prometheus(JsonGenerator json, int status, List<String> reasons) throws IOException {
        json.writeStringField("status", "error");
        json.writeStringField("errorType", status < 500 ? "bad_data" : status == 504 ? "timeout" : "unavailable");
        json.writeStringField("error", String.join("; ", reasons));
    }

    private static void problem(JsonGenerator json, int status, List<String> reasons) throws IOException {
        json.writeStringField("type", "about:blank");
        json.writeNumberField("status", status);
        json.writeStringField("detail", String.join("; ", reasons));
    }
}
