package org.metricgateway.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.metric.GeneratedJson;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;
import org.metricgateway.support.Request;
import org.metricgateway.support.ScriptedBackend;

/** Merged answers that are larger than the gateway collects: written as they come, or broken off, never cut short. */
final class LargeMergeIT {

    private static final String QUERY = "/api/v1/datapoints/query";
    private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]*)\"");
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String ROWS = "[1700000000000,1.5],".repeat(5_000);
    private static final String OPEN = "{\"queries\":[{\"results\":[{\"values\":[";
    private static final String CLOSE = "0]}]}]}";

    @TempDir
    private static Path dir;

    private static ScriptedBackend cpu;
    private static ScriptedBackend mem;
    private static ScriptedBackend disk;

    /** Passes on whatever is larger than a kilobyte. */
    private static GatewayProcess small;

    /** Collects as much as it has room for. */
    private static GatewayProcess large;

    @BeforeAll
    static void start() {
        cpu = ScriptedBackend.start();
        mem = ScriptedBackend.start();
        disk = ScriptedBackend.start();
        String properties = """
                gateway.group.cpu.urls = %s
                gateway.group.mem.urls = %s
                gateway.group.mem.timeout.first-byte = 700ms
                gateway.group.mem.timeout.idle = 700ms
                gateway.group.mem.hold.time = 0s
                gateway.group.disk.urls = %s
                gateway.group.disk.partial = warn
                gateway.group.disk.hold.time = 0s
                gateway.rule.1 = ^cpu[.] -> cpu
                gateway.rule.2 = ^mem[.] -> mem
                gateway.rule.3 = ^disk[.] -> disk
                gateway.loops = 1
                camel.resilience4j.minimum-number-of-calls = 1000
                camel.resilience4j.sliding-window-size = 1000
                """.formatted(cpu.url(), mem.url(), disk.url());
        small = GatewayProcess.start(
                dir.resolve("small"), properties + "gateway.limit.merge = 1KiB\n", GatewayProcess.PARANOID);
        large = GatewayProcess.start(
                dir.resolve("large"), properties + "gateway.limit.bytes = 3MiB\n", GatewayProcess.PARANOID);
    }

    @AfterAll
    static void stop() {
        for (GatewayProcess gateway : List.of(small, large)) {
            gateway.assertNoLeak();
            gateway.close();
        }
        List.of(cpu, mem, disk).forEach(ScriptedBackend::close);
    }

    @BeforeEach
    void ready() {
        for (GatewayProcess gateway : List.of(small, large)) {
            Awaitility.await().until(() -> Http.answers(gateway.adminUrl() + "/readyz", 200));
        }
    }

    /** Whatever became of the request, nothing of it is held any more. */
    @AfterEach
    void nothingIsHeld() {
        for (GatewayProcess gateway : List.of(small, large)) {
            Awaitility.await().untilAsserted(() -> assertThat(gauge(gateway, "gateway_held_bytes"))
                    .isZero());
        }
    }

    private static long gauge(GatewayProcess gateway, String name) {
        return Http.get(gateway.adminUrl() + "/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToLong(line -> (long) Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElseThrow();
    }

    private static String query(String... names) {
        return "{\"metrics\":["
                + Stream.of(names).map(name -> "{\"name\":\"" + name + "\"}").collect(Collectors.joining(",")) + "]}";
    }

    private static String post(String body, String... headers) {
        return "POST " + QUERY + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n"
                + Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining()) + "\r\n" + body;
    }

    private static RawClient client(String body, String... headers) throws IOException {
        return RawClient.connect(small.url()).send(post(body, headers));
    }

    /** An answer with this element for each metric, written in any pieces. */
    private static Reply pieces(Random random, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return Reply.bytes(HEAD + "Content-Length: " + body.length + "\r\n\r\n").then(with -> {
            int most = random.nextBoolean() ? 500 : 100_000;
            for (int from = 0, to; from < body.length; from = to) {
                to = Math.min(body.length, from + 1 + random.nextInt(most));
                with.write(Arrays.copyOfRange(body, from, to));
            }
        });
    }

    private static Reply elements(Random random, Request request, List<String> elements) {
        String own = NAME.matcher(request.text())
                .results()
                .map(MatchResult::group)
                .map(name -> elements.get(Integer.parseInt(name.replaceAll("[^0-9]", ""))))
                .collect(Collectors.joining(","));
        String repeated = request.text().contains("repeat") ? "\"original_query\":" + request.text() + "," : "";
        return pieces(new Random(random.nextLong()), "{" + repeated + "\"queries\":[" + own + "]}");
    }

    /** An answer of this many rows, made on the way. */
    private static Reply rows(int blocks) {
        int length = OPEN.length() + CLOSE.length() + blocks * ROWS.length();
        return Reply.bytes(HEAD + "Content-Length: " + length + "\r\n\r\n" + OPEN)
                .then(with -> {
                    for (int i = 0; i < blocks; i++) {
                        with.write(ROWS.getBytes(StandardCharsets.ISO_8859_1));
                    }
                })
                .then(Reply.bytes(CLOSE));
    }

    /** Rows until the gateway leaves, which is told. */
    private static Reply endless(CountDownLatch left) {
        byte[] chunk = (Integer.toHexString(ROWS.length()) + "\r\n" + ROWS + "\r\n").getBytes(StandardCharsets.UTF_8);
        return with -> {
            try {
                with.write((CHUNKED + Integer.toHexString(OPEN.length()) + "\r\n" + OPEN + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
                while (with.open()) {
                    with.write(chunk);
                }
            } finally {
                left.countDown();
            }
        };
    }

    private static void assertSoon(CountDownLatch left) {
        Awaitility.await().until(() -> left.getCount() == 0);
    }

    private static String merged(List<String> elements) {
        return "{\"queries\":[" + String.join(",", elements) + "]}";
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void isTheSameHoweverItIsWritten(long seed) {
        Random random = new Random(seed);
        int passedOn = 0;
        for (int run = 0; run < 15; run++) {
            List<String> elements = new ArrayList<>(GeneratedJson.elements(random, 2 + random.nextInt(8)));
            elements.replaceAll(element -> random.nextInt(5) > 0
                    ? element
                    : "{\"v\":[" + "[1700000000000,1.5],".repeat(random.nextInt(10_000)) + "0]}");
            List<String> groups = List.of("cpu.", "mem.", "disk.");
            String[] names = new String[elements.size()];
            Arrays.setAll(names, i -> groups.get(random.nextInt(3)) + i);
            names[0] = "cpu.0";
            names[1] = "mem.1";
            for (ScriptedBackend backend : List.of(cpu, mem, disk)) {
                backend.script().alwaysBy(request -> elements(random, request, elements));
            }
            Answer passing = Http.post(small.url() + QUERY, query(names));
            Answer collected = Http.post(large.url() + QUERY, query(names));
            assertThat(passing.status()).isEqualTo(200);
            assertThat(passing.text()).isEqualTo(merged(elements)).isEqualTo(collected.text());
            assertThat(passing.all("Content-Type")).isEqualTo(collected.all("Content-Type"));
            assertThat(passing.all("X-Gateway-Group")).hasSize(1);
            assertThat(collected.all("Content-Length")).containsExactly("" + collected.body().length);
            passedOn += passing.all("Content-Length").isEmpty() ? 1 : 0;
        }
        assertThat(passedOn).isPositive();
    }

    /** Whose client accepts gzip; that is not worth the time of the loop here. */
    @Test
    void repeatsTheWholeQueryIfAnOwnerRepeatsItsShare() throws IOException {
        Random random = new Random(5);
        List<String> elements = List.of("{\"n\":0}", "{\"n\":[" + ROWS + "0]}", "{\"n\":2}");
        String query = query("cpu.0", "mem.1", "cpu.2");
        cpu.script().alwaysBy(request -> elements(random, request, elements));
        mem.script()
                .always(pieces(
                        random,
                        "{\"original_query\":{\"metrics\":[]},"
                                + merged(elements.subList(1, 2)).substring(1)));
        try (RawClient client = client(query, "Accept-Encoding: gzip")) {
            Answer answer = client.answer();
            assertThat(answer.text())
                    .isEqualTo("{\"original_query\":" + query + ","
                            + merged(elements).substring(1));
            assertThat(answer.all("Content-Encoding")).isEmpty();
            assertThat(client.send(post(query)).answer().text()).isEqualTo(answer.text());
        }
    }

    /** Neither limit.merge nor limit.bytes bounds it; the client takes it piece by piece. */
    @Test
    void takesLittleMemory() throws IOException {
        for (ScriptedBackend backend : List.of(cpu, mem, disk)) {
            backend.script().always(rows(300));
        }
        long size = 3 * 300L * ROWS.length();
        for (GatewayProcess gateway : List.of(small, large)) {
            try (RawClient client = RawClient.connect(gateway.url())) {
                long before = gauge(gateway, "gateway_direct_memory_used_bytes");
                client.send(post(query("cpu.0", "mem.1", "disk.2")));
                Awaitility.await().until(() -> client.available() > 0);
                byte[] some = new byte[1_000_000];
                long most = before;
                for (long taken = 0, sampled = 0; taken < size; taken += client.read(some)) {
                    if (taken - sampled > size / 10) {
                        sampled = taken;
                        most = Math.max(most, gauge(gateway, "gateway_direct_memory_used_bytes"));
                        assertThat(gauge(gateway, "gateway_held_bytes")).isLessThanOrEqualTo(3 << 20);
                    }
                }
                assertThat(most - before).isLessThan(32_000_000);
            }
        }
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                Arguments.of("closed", Reply.close()),
                Arguments.of("reset", Reply.reset()),
                Arguments.of("silent", Reply.silence()),
                Arguments.of("not JSON", Reply.bytes("1\r\n}\r\n").then(Reply.silence())),
                Arguments.of("too short", Reply.bytes("0\r\n\r\n")),
                Arguments.of("not HTTP", Reply.bytes("xyz\r\n").then(Reply.silence())));
    }

    /** Its connection, and those of the others, end too. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void anOwnerFailsMidway(String what, Reply failure) throws IOException {
        for (String http : List.of("HTTP/1.1", "HTTP/1.0")) {
            CountDownLatch taken = new CountDownLatch(1);
            CountDownLatch left = new CountDownLatch(1);
            mem.script()
                    .always(Reply.bytes(CHUNKED + Integer.toHexString(OPEN.length()) + "\r\n" + OPEN + "\r\n")
                            .then(Reply.once(taken))
                            .then(failure));
            cpu.script().always(endless(left));
            String query = query("cpu.0", "mem.1");
            try (RawClient client =
                    RawClient.connect(small.url()).send(post(query).replace("HTTP/1.1", http))) {
                assertThat(client.read(new byte[10_000])).isPositive();
                taken.countDown();
                assertThat(client.ending()).isEqualTo(RawClient.Ending.RESET);
            }
            assertSoon(left);
        }
        Awaitility.await().untilAsserted(() -> assertThat(small.log()).contains("group mem"));
    }

    /** Whatever comes first in the query, and however much of the other is there by then. */
    @ParameterizedTest
    @CsvSource({"cpu.0, mem.1", "mem.0, cpu.1"})
    void anOwnerFailsBeforeTheFirstByte(String first, String second) throws IOException {
        String query = query(first, second);
        mem.script().always(Reply.json(400, "{\"errors\":[\"bad\"]}"));
        assertRefused(query, 400, "bad");
        mem.script().always(Reply.json(503, "{}"));
        assertRefused(query, 503, "group mem: its backend answered 503 (asked for mem.");
        mem.script().always(Reply.silence());
        assertRefused(query, 504, "group mem: its backend did not answer in time");
        mem.script().always(Reply.bytes(CHUNKED + "1\r\n{\r\n").then(Reply.silence()));
        assertRefused(query, 504, "group mem: its backend paused within its answer");
        mem.script().always(Reply.bytes(CHUNKED + "1\r\n{\r\n").then(Reply.close()));
        assertRefused(query, 502, "group mem: its backend's answer broke off");
        mem.script().always(Reply.json(200, "[]"));
        assertRefused(query, 502, "group mem: its answer has an unexpected '['");
        mem.script()
                .always(Reply.bytes(CHUNKED + "1771\r\n{" + "\"a\":1,".repeat(1_000) + "\r\n")
                        .then(Reply.silence()));
        assertRefused(query, 502, "gateway.limit.merge");
    }

    private static void assertRefused(String query, int status, String reason) throws IOException {
        CountDownLatch left = new CountDownLatch(1);
        cpu.script().always(endless(left));
        try (RawClient client = client(query)) {
            Answer answer = client.answer();
            assertThat(answer.text()).contains(reason).doesNotContain("client left");
            assertThat(answer.status()).isEqualTo(status);
            assertThat(client.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
                            .answer()
                            .status())
                    .isEqualTo(200);
        }
        assertSoon(left);
    }

    @Test
    void anOwnerThatBreaksOffBeforeTheFirstByteIsAskedAgain() throws IOException {
        List<String> elements = List.of("{\"n\":[" + ROWS.repeat(20) + "0]}", "{\"n\":[" + ROWS + "1]}");
        cpu.script().always(pieces(new Random(1), merged(elements.subList(0, 1))));
        mem.script()
                .next(Reply.bytes(CHUNKED + "2\r\n{ \r\n").then(Reply.close()))
                .always(pieces(new Random(2), merged(elements.subList(1, 2))));
        try (RawClient client = client(query("cpu.0", "mem.1"))) {
            Answer answer = client.answer();
            assertThat(answer.text()).isEqualTo(merged(elements));
            assertThat(answer.header("X-Gateway-Attempts")).hasValue("3");
        }
    }

    @ParameterizedTest
    @CsvSource({"cpu.0, disk.1", "disk.0, cpu.1"})
    void anOwnerThatMayBeMissingIsNamed(String first, String second) throws IOException {
        cpu.script().always(rows(20));
        disk.script().always(Reply.json(500, "{}"));
        String rows = OPEN.substring(12) + ROWS.repeat(20) + "0]}]}";
        try (RawClient client = client(query(first, second))) {
            Answer answer = client.answer();
            String missing = "{\"sample_size\":0,\"results\":[{\"name\":\""
                    + (first.startsWith("disk") ? first : second) + "\",\"tags\":{},\"values\":[]}]}";
            assertThat(answer.header("X-Gateway-Partial")).hasValue("disk");
            assertThat(answer.text())
                    .isEqualTo(merged(first.startsWith("disk") ? List.of(missing, rows) : List.of(rows, missing)));
        }
    }

    /** One whose owner is read, and others whose owners wait. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClientLeavesMidway(boolean reading) throws IOException {
        CountDownLatch left = new CountDownLatch(3);
        for (ScriptedBackend backend : List.of(cpu, mem, disk)) {
            backend.script().always(endless(left));
        }
        try (RawClient client = RawClient.connect(small.url(), 4096)) {
            client.send(post(query("cpu.0", "mem.1", "disk.2")));
            assertThat(client.read(new byte[10_000])).isPositive();
            for (long taken = 0; reading && taken < 3_000_000; ) {
                taken += client.read(new byte[100_000]);
            }
        }
        assertSoon(left);
    }

    @Test
    void aClientOfHttp10GetsAllOfIt() throws IOException {
        cpu.script().always(rows(20));
        mem.script().always(rows(20));
        String rows = OPEN.substring(12) + ROWS.repeat(20) + "0]}]}";
        String request = post(query("cpu.0", "mem.1"), "Connection: keep-alive").replace("HTTP/1.1", "HTTP/1.0");
        try (RawClient client = RawClient.connect(small.url()).send(request)) {
            Answer answer = client.answer();
            assertThat(answer.headers()).doesNotContainKeys("transfer-encoding", "content-length");
            assertThat(answer.all("Connection")).containsExactly("close");
            assertThat(answer.text()).isEqualTo(merged(List.of(rows, rows)));
        }
    }

    /** The next request on the connection waits for the end of the answer. */
    @Test
    void theConnectionGoesOn() throws IOException {
        cpu.script().always(rows(20));
        mem.script().always(rows(20));
        String query = query("mem.0", "cpu.1");
        try (RawClient client = RawClient.connect(small.url())) {
            client.send(post(query).repeat(3));
            for (int i = 0; i < 3; i++) {
                assertThat(client.answer().body()).hasSizeGreaterThan(40 * ROWS.length());
            }
        }
    }
}
