package org.metricgateway.http;

import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;

/** How long a client may take to send: a head must be there in time as a whole, a body must only not pause. */
final class ReadingTime {

    private static final Duration IDLE = Duration.ofSeconds(75);

    private final Duration limit;
    private final Collector collector;
    private final StrictDecoder decoder;
    private final Alarm alarm;
    private boolean headBegun;
    private boolean ending;
    private long lastEnd;

    ReadingTime(EventExecutor loop, Duration limit, Collector collector, StrictDecoder decoder, Runnable late) {
        this.limit = limit;
        this.collector = collector;
        this.decoder = decoder;
        this.alarm = new Alarm(loop, late);
    }

    /** Nothing of a next request is there yet. */
    void idle() {
        headBegun = false;
        if (!collector.isReading()) {
            alarm.in(IDLE);
        }
    }

    /** Some bytes came, and are all decoded. */
    void arrived(Passage state) {
        if (state == Passage.READING) {
            boolean inHead = !collector.isReading() && decoder.withinHead();
            if (collector.isReading() || inHead && !headBegun) {
                alarm.in(limit);
            }
            headBegun = inHead;
        } else if (ending) {
            alarm.at(Math.min(lastEnd, System.nanoTime() + Hangup.PATIENCE.toNanos()));
        }
    }

    /** Whether a part of a request is there. */
    boolean isWithinRequest() {
        return collector.isReading() || decoder.withinHead();
    }

    /** The client may take this long to close its side, and longer while it still sends. */
    void ending() {
        ending = true;
        lastEnd = System.nanoTime() + limit.toNanos();
        alarm.in(Hangup.PATIENCE);
    }

    /** While it waits for its answer, a client need not send. */
    void pause() {
        alarm.off();
    }

    void stop() {
        alarm.stop();
    }
}
