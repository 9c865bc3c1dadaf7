package org.metricgateway.metric;

import java.util.function.ToIntFunction;
import org.metricgateway.config.Settings.Limits;

/**
 * Which lines of a body go into which share: every line into one, in order. Comments and blank lines stay with the line before
 * them.
 */
public final class LineShares {

    private static final int NONE = -1;

    private final ToIntFunction<String> owners;
    private final int strays;
    private final Taker taker;
    private String last;
    private int lastShare = NONE;
    private int share = NONE;
    private int from;

    private LineShares(ToIntFunction<String> owners, int strays, Taker taker) {
        this.owners = owners;
        this.strays = strays;
        this.taker = taker;
    }

    /** Gets the bytes of a body from the first to the last, in turn. */
    public interface Taker {
        /**
         * @param share that they belong to
         * @param from the first byte
         * @param to the byte behind the last
         */
        void take(int share, int from, int to);
    }

    /**
     * Lines that follow each other in one share are taken together.
     *
     * @param owners the share of a measurement
     * @param strays the share of lines without one
     */
    public static void split(Body body, Limits limits, ToIntFunction<String> owners, int strays, Taker taker) {
        LineShares shares = new LineShares(owners, strays, taker);
        Lines lines = new Lines(body, limits.metricName());
        while (lines.next()) {
            if (lines.isPoint()) {
                shares.add(lines);
            }
        }
        shares.end(body.length());
    }

    private void add(Lines lines) {
        int its = lines.isNamed() ? shareOf(lines.name()) : strays;
        if (its != share) {
            if (share != NONE) {
                taker.take(share, from, lines.from());
                from = lines.from();
            }
            share = its;
        }
    }

    private int shareOf(String name) {
        if (name != last) {
            last = name;
            lastShare = owners.applyAsInt(name);
        }
        return lastShare;
    }

    private void end(int length) {
        if (length > from) {
            taker.take(share == NONE ? strays : share, from, length);
        }
    }
}
