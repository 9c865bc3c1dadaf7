package org.metricgateway.metric;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;

/**
 * One strict JSON document, read from bytes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class StrictJson {

    private static final int DEPTH = 100;

    private static final JsonFactory JSON = JsonFactory.builder()
            // Field names are the client's: interned, they would outlive the request.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNumberLength(1_000)
                    .maxNameLength(64 << 10)
                    .maxStringLength(1 << 20)
                    .build())
            .build();

    private StrictJson() {}

    /** What to do with a document. */
    interface Reading<T> {
        T of(JsonParser json) throws IOException;
    }

    static <T> T read(InputStream body, Reading<T> reading) {
        try (JsonParser json = JSON.createParser(body)) {
            return reading.of(json);
        } catch (StreamConstraintsException e) {
            throw UnreadableRequest.at(e.getLocation(), "the body goes past a limit: " + limit(e.getOriginalMessage()));
        } catch (JsonProcessingException e) {
            throw UnreadableRequest.at(e.getLocation(), "strict JSON is needed: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UnreadableRequest("strict JSON is needed, in UTF-8: " + e.getMessage());
        } catch (IllegalStateException e) {
            throw collision(e);
        }
    }

    /** So the parser ends it when thousands of keys share a place in its table. A stream's failures are subclasses. */
    private static RuntimeException collision(IllegalStateException e) {
        return e.getClass() == IllegalStateException.class
                ? new UnreadableRequest("the body goes past a limit: its keys are made to collide")
                : e;
    }

    /** Moves to the document's first token and answers where it stands, behind any byte order mark. */
    static int start(JsonParser json) throws IOException {
        if (json.nextToken() == null) {
            throw new UnreadableRequest("strict JSON is needed: the body is empty");
        }
        long from = json.currentTokenLocation().getByteOffset();
        if (from < 0) {
            // The parser knows places only in UTF-8: it took this for UTF-16 or UTF-32.
            throw new UnreadableRequest("strict JSON is needed, in UTF-8");
        }
        return Math.toIntExact(from);
    }

    /** Moves past the document's last token, behind which nothing may follow, and answers where the body ends. */
    static int end(JsonParser json) throws IOException {
        if (json.nextToken() != null) {
            throw UnreadableRequest.at(json.currentTokenLocation(), "strict JSON is needed: text after its end");
        }
        return here(json);
    }

    static int tokenStart(JsonParser json) {
        return Math.toIntExact(json.currentTokenLocation().getByteOffset());
    }

    /** The byte after the current token. */
    static int here(JsonParser json) {
        return Math.toIntExact(json.currentLocation().getByteOffset());
    }

    /** Without the library's method to call: it is not the client's to call. */
    private static String limit(String message) {
        return message.replaceAll(", from `[^`]*`", "");
    }
}
