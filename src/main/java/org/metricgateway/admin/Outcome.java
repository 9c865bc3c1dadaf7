package org.metricgateway.admin;

import java.util.Locale;
import org.metricgateway.http.Received;

/** How a request ended, for a label. */
enum Outcome {
    OK,
    /** The database did not like it. */
    CLIENT_ERROR,
    /** The gateway itself did not let it through. */
    REFUSED,
    FAILED,
    /** The answer broke off on the backend's side; the client's connection was reset. */
    BROKEN,
    /** The client did not wait for all of its answer. */
    LEFT;

    static Outcome of(Received request, int status, boolean whole) {
        if (status == 0 || !whole) {
            return request.remarks().isBroken() ? BROKEN : LEFT;
        }
        if (status < 400) {
            return OK;
        }
        if (!request.remarks().isAdmitted() || !request.remarks().throttled().isEmpty()) {
            return REFUSED;
        }
        if (status >= 500) {
            return FAILED;
        }
        return request.remarks().groups().isEmpty() ? REFUSED : CLIENT_ERROR;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
