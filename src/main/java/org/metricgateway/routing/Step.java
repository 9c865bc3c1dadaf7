package org.metricgateway.routing;

import java.util.List;

/**
 * What is asked at once, of the several that a request asks for in order.
 *
 * @param shares one for each group: some statements of one owner, or the same statement of several
 */
public record Step(List<Share> shares) {

    /** Whether several groups are asked the same. */
    public boolean split() {
        return shares.size() > 1;
    }

    /** The first of its statements. */
    public int first() {
        return shares.get(0).positions()[0];
    }

    boolean isOf(String group) {
        return !split() && shares.get(0).group().equals(group);
    }
}
