package org.metricgateway.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A page as JSON, with line breaks: it is read by people too. */
@FunctionalInterface
interface Json {

    JsonFactory FACTORY = new JsonFactory();

    void write(JsonGenerator json) throws IOException;

    static String text(Json page) {
        return text(page, new DefaultPrettyPrinter()) + '\n';
    }

    /** Without any: for programs. */
    static String line(Json page) {
        return text(page, null);
    }

    private static String text(Json page, PrettyPrinter printer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text).setPrettyPrinter(printer)) {
            page.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
