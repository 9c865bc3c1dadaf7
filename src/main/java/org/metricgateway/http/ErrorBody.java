package org.metricgateway.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.metricgateway.config.Dialect;

/**
 * What went wrong, in the shape that clients of a dialect already parse.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457: Problem Details for HTTP APIs</a>
 */
public final class ErrorBody {

    private static final JsonFactory JSON = new JsonFactory();

    private ErrorBody() {}

    static String typeFor(Dialect dialect) {
        return dialect == Dialect.HTTP ? "application/problem+json" : "application/json";
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
