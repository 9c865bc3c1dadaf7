package org.metricgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.local.LocalChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricgateway.backend.Repeatable;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.GroupSettings;
import org.metricgateway.metric.KairosQuery;
import org.metricgateway.routing.InfluxOperation;
import org.metricgateway.routing.KairosOperation;
import org.metricgateway.routing.Operation;
import org.metricgateway.support.Configured;

final class RepeatingTest {

    private static final GroupSettings GROUP = Configured.group("http://a:1");

    private static Received received(Dialect dialect, String method, String uri, String body) {
        ByteBuf bytes = Unpooled.copiedBuffer(body, StandardCharsets.UTF_8);
        Received received = new Received(
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(method), uri),
                bytes,
                new LocalChannel(),
                new Peer("127.0.0.1", false),
                0);
        received.speaks(dialect);
        Operation operation = KairosOperation.of(received.path());
        received.does(operation == null ? InfluxOperation.of(received.path()) : operation);
        return received;
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/v1/metricnames,         READ",
        "GET,    /api/v1/version,             READ",
        "GET,    /api/v1/metric/cpu.a,        READ",
        "DELETE, /api/v1/metric/cpu.a,        REPEATABLE",
        "POST,   /api/v1/datapoints,          REPEATABLE",
        "POST,   /api/v1/datapoints/delete,   REPEATABLE",
        "GET,    /api/v1/rollups,             READ",
        "OPTIONS,/api/v1/rollups,             READ",
        "POST,   /api/v1/rollups,             ONCE",
        "PUT,    /api/v1/rollups/1,           ONCE",
        "DELETE, /api/v1/rollups/1,           ONCE",
        "POST,   /api/v1/metadata/a/b/c,      ONCE",
        "DELETE, /api/v1/metadata/a/b/c,      ONCE"
    })
    void byKairosdbsPaths(String method, String path, Repeatable repeatable) {
        assertThat(received(Dialect.KAIROSDB, method, path, "").repeatable(GROUP))
                .isEqualTo(repeatable);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"metrics":[{"name":"a"}]}                                                                  | READ
            {"metrics":[{"name":"a","aggregators":[{"name":"save_as","metric_name":"b"}]}]}             | ONCE
            {"metrics":[{"name":"a","aggregators":[{"name":"save\\u005fas","metric_name":"b"}]}]}       | ONCE
            """)
    void aQueryThatSavesWrites(String body, Repeatable repeatable) {
        // Read, and not read because a header names the metric.
        for (boolean read : new boolean[] {true, false}) {
            Received received = received(Dialect.KAIROSDB, "POST", "/api/v1/datapoints/query", body);
            if (read) {
                BufferBody bytes = new BufferBody(received.content());
                received.contents(Contents.of(
                        KairosQuery.read(
                                bytes,
                                Configured.settings("gateway.group.cpu.urls = http://a:1")
                                        .limits()),
                        bytes));
            }
            assertThat(received.repeatable(GROUP)).isEqualTo(repeatable);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, READ",
        "HEAD, READ",
        "OPTIONS, READ",
        "PUT, REPEATABLE",
        "DELETE, REPEATABLE",
        "POST, ONCE",
        "PATCH, ONCE"
    })
    void byMethodElsewhere(String method, Repeatable repeatable) {
        assertThat(received(Dialect.HTTP, method, "/a", "").repeatable(GROUP)).isEqualTo(repeatable);
    }

    @Test
    void orAsADialectSays() {
        Received received = received(Dialect.INFLUXDB, "GET", "/query?q=DROP+DATABASE+x", "");
        assertThat(received.repeatable(GROUP)).isEqualTo(Repeatable.ONCE);
        received.repeats(group -> group.stamp() ? Repeatable.REPEATABLE : Repeatable.READ);
        assertThat(received.repeatable(GROUP)).isEqualTo(Repeatable.READ);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /query?q=SELECT+v+FROM+a%3BSHOW+SERIES      | READ
            POST | /query?q=SELECT+v+FROM+a                    | READ
            GET  | /query?q=SELECT+v+INTO+b+FROM+a             | ONCE
            GET  | /query?q=SELECT+v+FROM+a%3BDROP+SERIES+FROM+a | ONCE
            GET  | /query?q=CREATE+DATABASE+x                  | ONCE
            GET  | /query?q=SELEKT                             | ONCE
            GET  | /query?q=SHOW+SERIES;x                      | ONCE
            GET  | /ping                                       | READ
            POST | /api/v2/query                               | ONCE
            """)
    void byInfluxdbsStatements(String method, String uri, Repeatable repeatable) {
        Received received = received(Dialect.INFLUXDB, method, uri, "");
        assertThat(received.repeatable(GROUP)).isEqualTo(repeatable);
    }
}
