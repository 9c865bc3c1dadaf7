package org.metricgateway.restart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.metricgateway.support.Answer;
import org.metricgateway.support.Http;
import org.metricgateway.support.InfluxServer;

/** What real InfluxDBs hold together of one measurement, asked directly. */
final class Stored {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Stored() {}

    /** The timestamps of its points that are at one of these servers at least. */
    static Set<Long> points(List<InfluxServer> servers, String measurement) {
        Set<Long> found = new HashSet<>();
        for (InfluxServer server : servers) {
            series(server, "SELECT value FROM " + measurement)
                    .flatMap(series -> stream(series.path("values")))
                    .forEach(point -> found.add(point.path(0).asLong()));
        }
        return found;
    }

    /** How many points over all these servers have which tag {@code id}. */
    static Map<Long, Integer> copies(List<InfluxServer> servers, String measurement) {
        Map<Long, Integer> copies = new HashMap<>();
        for (InfluxServer server : servers) {
            series(server, "SELECT count(value) FROM " + measurement + " GROUP BY id")
                    .forEach(series -> copies.merge(
                            series.at("/tags/id").asLong(),
                            series.at("/values/0/1").asInt(),
                            Integer::sum));
        }
        return copies;
    }

    /** Chunk by chunk, as a long answer is cut off otherwise. */
    private static Stream<JsonNode> series(InfluxServer server, String query) {
        Answer answer = Http.get(server.url() + "/query?db=" + InfluxServer.DATABASE + "&epoch=ns&chunked=true&q="
                + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertThat(answer.text()).doesNotContain("\"error\"");
        try (MappingIterator<JsonNode> chunks = JSON.readerFor(JsonNode.class).readValues(answer.body())) {
            return chunks.readAll().stream().flatMap(chunk -> stream(chunk.at("/results/0/series")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
