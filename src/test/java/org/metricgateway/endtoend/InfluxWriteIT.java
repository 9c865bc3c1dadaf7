package org.metricgateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.support.Answer;
import org.metricgateway.support.Http;
import org.metricgateway.support.InfluxServer;

/** What is written through the gateway is in its owners once, as it would be in one InfluxDB. */
@ExtendWith(SharedInfluxClusters.class)
class InfluxWriteIT {

    private static final String WRITE = "/write?db=" + InfluxServer.DATABASE;
    private static final List<String> NAMES =
            List.of("cpu", "cpu\\ load", "mem", "mem\\,used", "disk", "net\\=io", "\"swap\"", "métric漢");
    private static final List<String> TEXTS =
            List.of("", "a b", "x=1,y=2", "\\\"", "\n", "\ncpu v=1 1\n", "# no", "\\\\", "mem,a=b v=1", "é漢");

    private final InfluxClusters clusters;

    InfluxWriteIT(InfluxClusters clusters) {
        this.clusters = clusters;
    }

    /** Recorded of InfluxDB 1.6, 016 to 029. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ?db=metrics                  | cpu,h=a v=1.5,n=3i 1600000000000000000↵mem,h=a value=100i,ok=true,note="a b" 1600000000000000000↵
            ?db=metrics&precision=s      | cpu,host=a,dc=east value=2.5 1600000001
            ?db=metrics&rp=autogen&consistency=any | cpu,host=a,dc=east value=3.5 1600000002000000000
            ?                            | cpu value=1 1600000000000000000
            ?db=nosuch                   | cpu value=1 1600000000000000000
            ?db=metrics&rp=nosuch        | cpu value=1 1600000000000000000
            ?db=metrics                  | ``
            ?db=metrics                  | # nothing↵↵
            ?db=metrics                  | this is not line protocol
            ?db=metrics                  | cpu,host=a
            ?db=metrics                  | ok_part value=1 1600000000000000000↵bad line here↵
            ?db=metrics                  | cpu,host=a,dc=east value="text" 1600000000000000005
            ?db=metrics&precision=weeks  | cpu value=1 1
            ?db=metrics                  | cpu value=1 1↵cpu value=↵cpu value=2 2
            """)
    void answersAsOneInfluxDb(String query, String body) {
        byte[] lines = body.replace('↵', '\n').getBytes(StandardCharsets.UTF_8);
        clusters.ask("POST", "/write" + query, lines).assertSame();
    }

    @Test
    void gzipThatIsNoneAndMethodsThatAreNone() {
        clusters.ask("POST", WRITE, "cpu v=1".getBytes(StandardCharsets.UTF_8), "Content-Encoding", "gzip")
                .assertSame();
        Pair get = clusters.ask("GET", WRITE, new byte[0]);
        get.assertSameStatus();
        assertThat(get.actual().header("Allow").orElseThrow().split(", "))
                .containsExactlyInAnyOrder(
                        get.expected().header("Allow").orElseThrow().split(", "));
        clusters.ask("OPTIONS", WRITE, new byte[0], "Origin", "http://example.test")
                .assertSame();
    }

    @Test
    void theGoodOfAPartlyBadBodyOfSeveralOwners() {
        clusters.ask("POST", WRITE, "mem.part v=1 0".getBytes(StandardCharsets.UTF_8))
                .assertSame();
        String body = "cpu.part v=1 1\nbad line here\nmem.part v=1 1\nmem.part v=\"x\" 2\ndisk.part v=1 1";
        Pair answers = clusters.ask("POST", WRITE, body.getBytes(StandardCharsets.UTF_8));
        answers.assertSameStatus();
        Answer answer = answers.actual();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains("rest: partial write: unable to parse 'bad line here': invalid field format dropped=0")
                .contains("mem: partial write: field type conflict")
                .endsWith("; cpu: stored; mem: refused, perhaps in part; rest: refused, perhaps in part\"}\n");
        assertThat(answer.header("X-Influxdb-Error").orElseThrow()).startsWith("mem: partial write");
        assertSameSeries("/[.]part/");
    }

    @Test
    void aMissingDatabaseIsMissingEverywhere() {
        Pair answers =
                clusters.ask("POST", "/write?db=nosuch", "cpu v=1 1\nmem v=1 1".getBytes(StandardCharsets.UTF_8));
        answers.assertSameStatus();
        assertThat(answers.actual().text()).contains("database not found: \\\"nosuch\\\"");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachLineOnce(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            body.append(random.nextInt(20) == 0 ? "# a \"comment\n\n" : "")
                    .append(pick(random, NAMES).replaceFirst("(\"?)$", ".once" + seed + "$1"))
                    .append(random.nextBoolean() ? ",host=a\\ b,x=\\\"" : "")
                    .append(" n=%di,text=\"%s\" %d".formatted(i, pick(random, TEXTS), i))
                    .append(i == 2_999 && random.nextBoolean() ? "" : "\n");
        }
        boolean zipped = seed == 2;
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        clusters.ask(
                        "POST",
                        WRITE,
                        zipped ? gzip(bytes) : bytes,
                        zipped ? new String[] {"Content-Encoding", "gzip"} : new String[0])
                .assertSame();
        assertSameSeries("/once" + seed + "/");
    }

    @Test
    void aHundredThousandLines() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            body.append(i % 3 == 0 ? "cpu" : i % 3 == 1 ? "mem" : "disk")
                    .append(".many n=")
                    .append(i)
                    .append("i ")
                    .append(i)
                    .append('\n');
        }
        assertThat(Http.post(clusters.gateway().url() + WRITE, body.toString()).status())
                .isEqualTo(204);
        assertThat(clusters.owners().stream().map(owner -> owner.query("SELECT count(n), max(n) FROM /[.]many/")
                        .text()))
                .satisfiesExactly(
                        cpu -> assertThat(cpu).contains("[0,33334,99999]"),
                        mem -> assertThat(mem).contains("[0,33333,99997]"),
                        rest -> assertThat(rest).contains("[0,33333,99998]"));
    }

    @Test
    void aHeaderDecidesForTheWholeBody() {
        assertThat(Http.post(
                                clusters.gateway().url() + WRITE,
                                "cpu.header v=1 1\nmem.header v=1 1",
                                "x-metricname",
                                "mem.other")
                        .status())
                .isEqualTo(204);
        assertThat(clusters.mem().query("SHOW MEASUREMENTS").text()).contains("cpu.header", "mem.header");
        assertThat(clusters.cpu().query("SHOW MEASUREMENTS").text()).doesNotContain("header");
    }

    @Test
    void credentialsAreInNoLog() {
        String query = "&u=someone&p=s3cretPassword";
        Http.post(clusters.gateway().url() + WRITE + query, "cpu v=1 1\nbad\nmem v=1 1");
        Http.post(clusters.gateway().url() + WRITE + query, "cpu v=1 1", "Content-Encoding", "br");
        Http.get(clusters.gateway().url() + WRITE + query);
        assertThat(clusters.gateway().log()).contains("path=/write").doesNotContain("s3cret", "someone");
        assertThat(Http.get(clusters.gateway().adminUrl() + "/metrics").text()).doesNotContain("s3cret", "someone");
    }

    private void assertSameSeries(String measurements) {
        String select = "SELECT * FROM " + measurements + " GROUP BY *";
        List<String> owned = clusters.owners().stream()
                .flatMap(owner -> series(owner, select))
                .sorted()
                .toList();
        assertThat(owned)
                .isNotEmpty()
                .containsExactlyElementsOf(
                        series(clusters.all(), select).sorted().toList());
    }

    /** Of the answer, each with its points. */
    private static Stream<String> series(InfluxServer server, String select) {
        String query = URLEncoder.encode(select, StandardCharsets.UTF_8);
        String url = server.url() + "/query?epoch=ns&db=" + InfluxServer.DATABASE + "&q=" + query;
        return Arrays.stream(Http.get(url).text().split("(?=\\{\"name\":)"))
                .skip(1)
                .map(series -> series.replaceAll("\\][},\\]]*\n?$", ""));
    }

    private static String pick(Random random, List<String> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }
}
