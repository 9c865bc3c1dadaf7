package org.metricgateway.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A page as JSON, with line breaks: it is read by people too. */
@FunctionalInterface
interface Json {

    JsonFactory FACTORY = new JsonFactory();

    void write(JsonGenerator json) throws IOException;

    static String text(Json page) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
            page.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }
}
