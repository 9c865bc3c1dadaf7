package org.metricgateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.config.Settings.Limits;
import org.metricgateway.metric.LineShares;
import org.metricgateway.metric.LineTimes;
import org.metricgateway.metric.TextLines;
import org.metricgateway.support.Answer;
import org.metricgateway.support.Http;
import org.metricgateway.support.InfluxServer;

/** Lines of any characters, cut up and stamped here, are to a real InfluxDB what they were before. */
@TestInstance(Lifecycle.PER_CLASS)
class LineDifferentialIT {

    private static final Limits LIMITS = new Limits(64 << 20, 64 << 20, 1_000, 10_000, 32 << 20, 1_000, 1_024);
    private static final List<String> WORDS = List.of(
            "a",
            "b",
            "c",
            "v=1",
            "v=\"",
            "\"",
            "\\",
            "\\\\",
            ",",
            "=",
            " ",
            " ",
            " ",
            "\n",
            "\n",
            "#",
            "\t",
            "\r",
            "1",
            "a v=1",
            "b,t=x v=\"y\"",
            "c,t=x\\ y v=t",
            "a v=1 5\n",
            "b v=\"\n\" 5\n",
            " 5",
            "-",
            "t=\\,",
            "é");
    private static final int ROUNDS = 150;

    private InfluxServer server;

    @BeforeAll
    void start(@TempDir Path dir) {
        server = InfluxServer.start(dir);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void cutUp(long seed) {
        List<String> databases = create(seed, "whole", "left", "right");
        for (String body : bodies(seed)) {
            StringBuilder left = new StringBuilder();
            StringBuilder right = new StringBuilder();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            LineShares.split(
                    TextLines.of(body), LIMITS, name -> name.hashCode() & 1, 0, (share, from, to) -> (share == 0
                                    ? left
                                    : right)
                            .append(new String(bytes, from, to - from, StandardCharsets.UTF_8)));
            Stream<String> whole = errors(write(databases.get(0), body));
            Stream<String> shares = Stream.concat(
                    errors(write(databases.get(1), left.toString())),
                    errors(write(databases.get(2), right.toString())));
            assertThat(shares.sorted())
                    .as(body)
                    .containsExactlyElementsOf(whole.sorted().toList());
        }
        assertThat(series(databases.get(1), databases.get(2)))
                .hasSizeGreaterThan(50)
                .containsExactlyElementsOf(series(databases.get(0)).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void stamped(long seed) {
        List<String> databases = create(seed, "plain", "stamped", "given");
        for (String body : bodies(seed)) {
            StringBuilder stamped = new StringBuilder();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            int[] from = {0};
            LineTimes.missing(TextLines.of(body), place -> {
                stamped.append(new String(bytes, from[0], place - from[0], StandardCharsets.UTF_8))
                        .append(" 7");
                from[0] = place;
            });
            stamped.append(new String(bytes, from[0], bytes.length - from[0], StandardCharsets.UTF_8));
            List<String> plain = errors(write(databases.get(0), body)).toList();
            assertThat(errors(write(databases.get(1), stamped.toString()))
                            .map(error -> error.replaceFirst(" 7(?=': )", "")))
                    .as(body)
                    .containsExactlyElementsOf(plain);
            if (LineTimes.areGiven(TextLines.of(body))) {
                write(databases.get(2), body);
            }
        }
        assertThat(series(databases.get(1)))
                .containsExactlyElementsOf(series(databases.get(0)).toList());
        assertThat(written(databases.get(0))).contains("series");
        assertThat(written(databases.get(1))).doesNotContain("series");
        assertThat(series(databases.get(2))).isNotEmpty();
        assertThat(written(databases.get(2))).doesNotContain("series");
    }

    private static List<String> bodies(long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> IntStream.range(0, random.nextInt(30))
                        .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                        .reduce("", String::concat))
                .limit(ROUNDS)
                .toList();
    }

    private List<String> create(long seed, String... names) {
        List<String> databases = Arrays.stream(names).map(name -> name + seed).toList();
        databases.forEach(name -> server.query("CREATE DATABASE " + name));
        return databases;
    }

    /**
     * A server may end a kept connection at any time. A client that knows that a request may be sent twice, as these may, sends it
     * again on a new one. One that does not answer in time is another matter.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2">RFC 9110, 9.2.2</a>
     */
    private Answer write(String database, String body) {
        String url = server.url() + "/write?db=" + database;
        try {
            return Http.post(url, body);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof HttpTimeoutException) {
                throw e;
            }
            return Http.post(url, body);
        }
    }

    /** The lines of what it could not read; each share has its own beginning and end of them. */
    private static Stream<String> errors(Answer answer) {
        return answer.text()
                .replaceAll("^\\{\"error\":\"(partial write: )?|( dropped=0)?\"}\n$", "")
                .lines()
                .flatMap(text -> Arrays.stream(text.split("\\\\n(?=unable to parse)")));
    }

    /** Every series, field and type, in order. */
    private Stream<String> series(String... databases) {
        return Arrays.stream(databases)
                .flatMap(name -> Stream.of(ask(name, "SHOW SERIES"), ask(name, "SHOW FIELD KEYS")))
                .flatMap(text -> Arrays.stream(text.split("[\\[\\]{}]+")))
                .filter(part -> part.startsWith("\""))
                .sorted()
                .distinct();
    }

    /** What got the server's time. */
    private String written(String database) {
        return ask(database, "SELECT * FROM /.*/ WHERE time > now() - 1h LIMIT 1");
    }

    private String ask(String database, String influxQl) {
        String query = URLEncoder.encode(influxQl, StandardCharsets.UTF_8);
        return Http.get(server.url() + "/query?db=" + database + "&q=" + query).text();
    }
}
