package org.metricgateway.http;

/** What the answers to be merged for one request may take of the gateway's memory. */
final class MergeRoom {

    /** A share that waits for its turn is read so far ahead, once the merge is written as it comes. */
    private static final long AHEAD = 256 * 1024;

    private final Lease lease;
    private final Budget bytes;
    private final long limit;
    private final long ahead;
    private final long least;
    private long taken;

    /** @param shares how many there are */
    MergeRoom(Lease lease, Edge edge, int shares) {
        this.lease = lease;
        this.bytes = edge.bytes();
        this.limit = edge.settings().limits().merge();
        this.ahead = Math.max(1, Math.min(AHEAD, limit / shares));
        this.least = ahead * shares;
    }

    /**
     * Makes room for so many bytes more.
     *
     * @return false if there are more than can be collected: the merge is to be written as it comes
     * @throws NoRoom if the gateway has none, and what the merge has taken is too little for that
     */
    boolean collects(int more) {
        if (lease.merged(more) > limit) {
            return false;
        }
        if (lease.take(bytes, more)) {
            taken += more;
            return true;
        }
        if (taken < least) {
            throw new NoRoom();
        }
        return false;
    }

    /** From now on the merge is written as it comes: what else is collected for the request counts by itself. */
    void turns() {
        lease.merged(-lease.merged(0));
    }

    /** @throws MergeTooLarge if the owner said so much, and nothing that could be written */
    void check(ShareAnswer answer) {
        if (!answer.elements().hasBegun() && answer.arrived() > limit) {
            throw new MergeTooLarge(answer.group(), limit);
        }
    }

    /** These bytes are gone: the others' may still fit. */
    void loses(long collected) {
        lease.merged(-collected);
    }

    /** How much of a share may wait for its turn. */
    long ahead() {
        return ahead;
    }

    /** So many bytes wait. What was taken beyond that, and beyond what it takes to go on, is given back. */
    void holds(long waiting) {
        long needed = Math.max(waiting, least);
        if (taken > needed) {
            lease.give(bytes, taken - needed);
            taken = needed;
        }
    }
}
