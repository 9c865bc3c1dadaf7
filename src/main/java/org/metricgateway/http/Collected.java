package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import org.apache.camel.Exchange;
import org.metricgateway.merge.AnswerScan;
import org.metricgateway.merge.QueryAnswer;
import org.metricgateway.routing.Share;

/**
 * One share of a request while it is asked for, and what came of it. An exchange that has one collects its answer instead of
 * relaying it.
 */
final class Collected {

    private static final String PROPERTY = "metric-gateway.collected";

    private final Share share;
    private final boolean query;
    private AnswerScan scan;
    private QueryAnswer elements;

    /** @param query whether its answer has an element for each position of the share */
    Collected(Share share, boolean query) {
        this.share = share;
        this.query = query;
        restarts();
    }

    /** Null for an exchange that relays. */
    static Collected of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, Collected.class);
    }

    void begins(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    /** What came of an attempt before this one does not count. */
    void restarts() {
        scan = query ? new AnswerScan(share.positions().length) : null;
    }

    Share share() {
        return share;
    }

    /**
     * @param bytes of the answer, the last of which are new
     * @throws org.metricgateway.merge.NotAnAnswer at the first byte that shows it
     */
    void arrives(ByteBuf bytes, int added, int status) {
        if (scan != null && status == 200) {
            bytes.forEachByte(bytes.writerIndex() - added, added, scan::process);
        }
    }

    /** @throws org.metricgateway.merge.NotAnAnswer if it is not whole */
    void ends(int status) {
        if (scan != null && status == 200) {
            elements = scan.finish();
        }
    }

    /** Where the elements of {@code queries} are in the answer; null where there are none. */
    QueryAnswer elements() {
        return elements;
    }
}
