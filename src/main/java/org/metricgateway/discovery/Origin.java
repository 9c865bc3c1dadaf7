package org.metricgateway.discovery;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.metricgateway.config.BackendAddress;
import org.metricgateway.config.Lookup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One look-up of one group, and what it found last. A failed or empty answer changes nothing. */
final class Origin {

    private static final Logger LOG = LoggerFactory.getLogger(Origin.class);

    private final String group;
    private final Lookup lookup;
    private final Place place;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile List<BackendAddress> found = List.of();

    /** Empty while it answers. */
    private String trouble = "";

    Origin(String group, Lookup lookup, Place place) {
        this.group = group;
        this.lookup = lookup;
        this.place = place;
    }

    String group() {
        return group;
    }

    boolean isFile() {
        return lookup.kind() == Lookup.Kind.FILE;
    }

    Stream<BackendAddress> found() {
        return found.stream();
    }

    /** @param then runs once something was found; not if it is still looking since the last time */
    void look(Self self, Runnable then) {
        if (looking.compareAndSet(false, true)) {
            place.look().whenComplete((addresses, failure) -> {
                take(addresses, failure, self);
                looking.set(false);
                then.run();
            });
        }
    }

    private void take(List<BackendAddress> addresses, Throwable failure, Self self) {
        List<BackendAddress> others =
                failure == null ? addresses.stream().filter(self::isNot).toList() : List.of();
        if (others.isEmpty()) {
            failed(failure == null ? "it names no backend" : reason(failure));
        } else {
            found = others;
            answered();
        }
    }

    private void failed(String reason) {
        if (!reason.equals(trouble)) {
            LOG.warn("group {}: {} fails, its {} backends stay: {}", group, lookup, found.size(), reason);
        }
        trouble = reason;
    }

    private void answered() {
        if (!trouble.isEmpty()) {
            LOG.info("group {}: {} answers again", group, lookup);
        }
        trouble = "";
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
