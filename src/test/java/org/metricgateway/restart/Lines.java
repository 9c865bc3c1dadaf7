package org.metricgateway.restart;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.metricgateway.support.Answer;
import org.metricgateway.support.InfluxServer;
import org.metricgateway.support.Message;
import org.metricgateway.support.Turn;

/**
 * Writes of one line each, without a timestamp, so that a second copy would be a second point. A tag tells them apart:
 * the number of the request. What became of one may be unknown: a backend says {@code write failed} of some that it
 * stored, and one that breaks off says nothing, which is a 502.
 */
final class Lines implements Turn {

    private final String measurement;
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();

    Lines(String measurement) {
        this.measurement = measurement;
    }

    @Override
    public String request(int number) {
        return Message.post("/write?db=" + InfluxServer.DATABASE, measurement + ",id=" + number + " value=1");
    }

    @Override
    public Optional<String> fault(int number, Answer answer) {
        if (answer.status() == 204) {
            acknowledged.add((long) number);
        }
        boolean unknown = answer.status() == 502 || answer.text().equals("{\"error\":\"write failed\"}\n");
        boolean right = answer.status() == 204 || unknown;
        return right ? Optional.empty() : Optional.of(answer.toString());
    }

    String measurement() {
        return measurement;
    }

    /** Their tags. */
    Set<Long> acknowledged() {
        return acknowledged;
    }
}
