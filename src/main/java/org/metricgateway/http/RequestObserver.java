package org.metricgateway.http;

/** Is told what becomes of requests. Called on event loops. */
public interface RequestObserver {

    /**
     * A request is over.
     *
     * @param status what the client was sent; 0 if it left before
     * @param bytes of the answer's body
     * @param whole whether the client got all of it
     */
    default void over(Received request, int status, long bytes, boolean whole) {}

    /** A request was refused before it was read as a whole. */
    void refused(int status, String reason, String client);

    /**
     * A request is answered with an error of the gateway's own.
     *
     * @param failure why
     */
    void failed(Received request, int status, String reason, Throwable failure);
}
