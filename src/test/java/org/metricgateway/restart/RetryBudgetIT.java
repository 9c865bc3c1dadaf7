package org.metricgateway.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Load;
import org.metricgateway.support.Message;
import org.metricgateway.support.Reply;
import org.metricgateway.support.Request;
import org.metricgateway.support.ScriptedBackend;
import org.metricgateway.support.Turn;

/** Three attempts of ten fail: a fifth of the requests may be sent again, and no more. */
class RetryBudgetIT {

    private static final String FAILED = "{\"errors\":[\"too busy\"]}";
    private static final int PER_SECOND = 3;
    private static final int AT_ONCE = 10 * PER_SECOND;

    @TempDir
    Path dir;

    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger clientRequests = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final List<ScriptedBackend> backends =
            IntStream.range(0, 3).mapToObj(i -> ScriptedBackend.start()).toList();

    @AfterEach
    void stop() {
        backends.forEach(ScriptedBackend::close);
    }

    @Test
    void whatTheBudgetCannotPayForFailsWithTheBackendsAnswer() {
        backends.forEach(backend -> backend.script().alwaysBy(this::reply));
        long begin = System.nanoTime();
        try (GatewayProcess gateway = GatewayProcess.start(dir, properties(), GatewayProcess.PARANOID);
                Load load = Load.start(gateway.url(), 16, new Queries())) {
            load.awaitAnswers(2000);
            load.stop();
            assertThat(load.faults()).isEmpty();
        }
        long seconds = (System.nanoTime() - begin) / 1_000_000_000 + 1;
        int sent =
                backends.stream().mapToInt(backend -> backend.requests().size()).sum();
        assertThat(sent).isEqualTo(attempts.get());
        assertThat(sent - clientRequests.get())
                .isLessThanOrEqualTo((int) (0.2 * clientRequests.get() + AT_ONCE + PER_SECOND * seconds))
                .isGreaterThan(clientRequests.get() / 10);
        assertThat(failed).hasPositiveValue();
    }

    private Reply reply(Request request) {
        return attempts.getAndIncrement() % 10 < 3 ? Reply.json(503, FAILED) : Reply.json(200, "{}");
    }

    /** Breakers stay closed: this is about the budget alone. */
    private String properties() {
        String urls = backends.stream().map(ScriptedBackend::url).collect(Collectors.joining(", "));
        return """
                gateway.group.cpu.urls = %s
                gateway.default-group = cpu
                camel.resilience4j.minimum-number-of-calls = 100000
                camel.resilience4j.sliding-window-size = 100000
                """.formatted(urls);
    }

    private final class Queries implements Turn {

        @Override
        public String request(int number) {
            clientRequests.incrementAndGet();
            return Message.post("/api/v1/datapoints/query", "{\"start_absolute\":1,\"metrics\":[{\"name\":\"cpu\"}]}");
        }

        @Override
        public Optional<String> fault(int number, Answer answer) {
            if (answer.status() == 503 && answer.text().equals(FAILED)) {
                failed.incrementAndGet();
                return Optional.empty();
            }
            return answer.status() == 200 ? Optional.empty() : Optional.of(answer.toString());
        }
    }
}
