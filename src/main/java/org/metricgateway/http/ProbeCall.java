package org.metricgateway.http;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.metricgateway.backend.Finding;
import org.metricgateway.backend.Probe;

/** One probe on its way. It lives on one event loop. */
final class ProbeCall {

    private final Probe probe;
    private final ProbeConnection shared;
    private final Runnable whenOver;
    private Future<?> limit;
    private Channel channel;
    private boolean over;

    /** @param shared that of its backend's probes */
    ProbeCall(Probe probe, ProbeConnection shared, Runnable whenOver) {
        this.probe = probe;
        this.shared = shared;
        this.whenOver = whenOver;
    }

    Probe probe() {
        return probe;
    }

    ProbeConnection shared() {
        return shared;
    }

    void endsAtLatest(Future<?> timeLimit) {
        limit = timeLimit;
    }

    void runsOn(Channel itsChannel) {
        channel = itsChannel;
    }

    /** Its end is not that of the channel. */
    void leavesChannel() {
        channel = null;
    }

    boolean isOver() {
        return over;
    }

    void late() {
        long millis = probe.backend().group().health().timeout().toMillis();
        ends(Finding.failed("a probe had no answer within " + millis + " ms"));
    }

    /** Says why in words of its own: those of an exception may hold anything. */
    void fails(Throwable cause) {
        String why = cause instanceof UnknownHostException
                ? "its name has no address"
                : cause instanceof ConnectException
                        ? "a connection was refused"
                        : cause instanceof SSLException
                                ? "TLS failed: its certificate is not trusted, or it speaks no TLS"
                                : "a probe failed: " + cause.getClass().getSimpleName();
        ends(Finding.failed(why));
    }

    /** The first end counts. */
    void ends(Finding finding) {
        if (over) {
            return;
        }
        over = true;
        limit.cancel(false);
        if (channel != null) {
            channel.close();
        }
        try {
            probe.ends(finding);
        } finally {
            whenOver.run();
        }
    }
}
