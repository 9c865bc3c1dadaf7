package org.metricgateway.http;

/**
 * A merged answer that is written as it comes, once every owner has begun to answer well. An owner whose turn it is not is read a
 * little ahead only, and none faster than the client takes what is written.
 */
final class PassingMerge implements Pending {

    private final Received request;
    private final MergedShares shares;
    private final MergeRoom room;
    private ElementWriter writer;
    private boolean advancing;
    private boolean over;
    private boolean written;
    private Runnable whenOver;

    PassingMerge(Received request, MergedShares shares, MergeRoom room) {
        this.request = request;
        this.shares = shares;
        this.room = room;
    }

    void begin() {
        request.calls().begin(this);
        failed();
    }

    /** Writes what can be written, and reads on where there is room. */
    void advance() {
        if (advancing || over) {
            return;
        }
        // A flush may find the client ready for more, and come back here.
        advancing = true;
        if (writer == null && shares.haveBegun()) {
            request.calls().relay(this::resume);
            writer = shares.passOn(request);
        }
        written = isBegun() && writer.advance(shares.haveEnded());
        advancing = false;
        room.holds(shares.held());
        shares.regulate(room.ahead());
        if (written) {
            flush();
            end();
        }
    }

    /** The same, where nobody else flushes. */
    void resume() {
        advance();
        flush();
    }

    void flush() {
        if (isBegun() && !over) {
            request.client.flush();
        }
    }

    /** An owner, perhaps, will give no answer. */
    void failed() {
        if (over) {
            return;
        }
        if (isBegun()) {
            brokeOff();
        } else if (!shares.isDoomed()) {
            resume();
        } else {
            // An owner that is read no further, as it waits for another one, would wait for ever.
            end();
            shares.abandon();
        }
    }

    /** An owner's answer broke off. */
    void brokeOff() {
        if (isBegun() && !over) {
            end();
            if (!request.calls().hasLeft()) {
                request.remarks().broken();
            }
            // Never a clean end: an HTTP/1.0 client would take it for the whole answer.
            Hangup.reset(request.client);
        }
    }

    @Override
    public void left() {
        end();
    }

    private void end() {
        over = true;
        request.calls().relayEnded();
        request.calls().end(this);
        shares.ended().forEach(ShareElements::release);
        if (whenOver != null) {
            whenOver.run();
        }
    }

    /** Whether nothing more is written. */
    boolean isOver() {
        return over;
    }

    /** Whether some of it was written. */
    boolean isBegun() {
        return writer != null;
    }

    /** Whether all of it was. */
    boolean isWritten() {
        return written;
    }

    /** What to do when it is over. */
    void whenOver(Runnable then) {
        whenOver = then;
    }
}
