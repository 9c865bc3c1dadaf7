package org.metricgateway.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private final ScriptedBackend backend = ScriptedBackend.start();

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void asksOverKeptConnectionsUntilItIsToldToStop() {
        Turn first = Turn.same(Message.get("/first"), 200, "{}");
        Turn second = Turn.same(Message.post("/second", "x=1"), 200, "{}");
        try (Load load = Load.start(backend.url(), 3, first, second)) {
            load.awaitAnswers(100);
            load.stop();
            assertThat(load.faults()).isEmpty();
            assertThat(backend.connections()).isEqualTo(3);
            assertThat(backend.requests()).hasSize(load.right());
            assertThat(backend.requests().stream().map(Request::target).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder("/first", "/second");
            assertThat(load.longest()).isPositive();
        }
    }

    @Test
    void tellsOfWrongAndMissingAnswersAndGoesOn() {
        backend.script().next(Reply.json(500, "broken"), Reply.json(200, "other"), Reply.reset());
        try (Load load = Load.start(backend.url(), 1, Turn.same(Message.get("/"), 200, "{}"))) {
            load.awaitAnswers(10);
            load.stop();
            assertThat(load.faults()).hasSize(3);
            assertThat(load.faults().get(0)).startsWith("request 0, ").contains("500", "broken");
            assertThat(load.faults().get(1)).contains("200", "other");
            assertThat(load.faults().get(2)).contains("request 2", "Exception");
        }
    }
}
