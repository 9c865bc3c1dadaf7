package org.metricgateway.metric;

import com.fasterxml.jackson.core.JsonLocation;

/** A body is not what its path promises. The message says where and what would be right. */
public final class UnreadableRequest extends RuntimeException {

    public UnreadableRequest(String message) {
        super(message, null, false, false);
    }

    static UnreadableRequest at(JsonLocation place, String message) {
        return new UnreadableRequest(message + where(place));
    }

    private static String where(JsonLocation place) {
        return place == null ? "" : " at line " + place.getLineNr() + " column " + place.getColumnNr();
    }
}
