package org.metricgateway.http;

/** Is told of every request when it is over. Called on an event loop. */
public interface RequestObserver {

    /**
     * @param request what was asked; null where no request could be read
     * @param status what the client was sent; 0 if it left before
     * @param bytes of the answer's body
     * @param whole whether the client got all of it
     */
    void over(Received request, int status, long bytes, boolean whole);

    /** A request that was refused before it was read as a whole. */
    void refused(int status, String reason, String client);
}
