package org.metricgateway.restart;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.metricgateway.support.Answer;
import org.metricgateway.support.Message;
import org.metricgateway.support.Turn;

/**
 * One group of the matrix, and its client.
 *
 * @param number of the group, by which its metrics are told from others'
 * @param balance as in the properties
 * @param asked by its client
 */
record Combination(int number, String balance, Stage stage, AtomicInteger asked) implements Turn {

    private static final int AT_ONCE = 30;

    Combination(int number, String balance, Stage stage) {
        this(number, balance, stage, new AtomicInteger());
    }

    String group() {
        return "g" + number;
    }

    String metric() {
        return group() + ".";
    }

    String properties() {
        return """
                gateway.group.{g}.urls = %s
                gateway.group.{g}.balance = %s
                gateway.group.{g}.hold.time = 2s
                gateway.group.{g}.timeout.deadline = 5s
                gateway.rule.%d = ^{g}[.] -> {g}
                """.formatted(stage.urls(), balance, number).replace("{g}", group());
    }

    @Override
    public String request(int request) {
        asked.incrementAndGet();
        return Message.post("/api/v1/datapoints/query", query(request));
    }

    private String query(int request) {
        return "{\"start_absolute\":1,\"metrics\":[{\"name\":\"" + metric() + request + "\"}]}";
    }

    @Override
    public Optional<String> fault(int request, Answer answer) {
        boolean right = answer.status() == 200
                ? answer.text().equals(query(request)) && !stage.canNeverAnswer()
                : mayFail(answer);
        return right ? Optional.empty() : Optional.of(this + ": " + answer);
    }

    /** A stage on which nobody stays may fail, but not without saying so. */
    private boolean mayFail(Answer answer) {
        boolean held = answer.status() == 503 && answer.header("Retry-After").isPresent();
        boolean broken = answer.status() == 502 && !stage.canNeverAnswer();
        return !stage.canAlwaysAnswer() && (held || broken) && answer.text().startsWith("{\"errors\":[\"");
    }

    /** What its backends were sent beyond what it may cost. */
    long sentTooMuch(long seconds) {
        return stage.sent(metric()) - (long) (asked.get() * 1.2 + AT_ONCE + 3 * seconds);
    }

    @Override
    public String toString() {
        return balance + ", " + stage.away() + " of " + stage.backends().size() + " away"
                + (stage.flapping() ? " now and then" : "");
    }
}
