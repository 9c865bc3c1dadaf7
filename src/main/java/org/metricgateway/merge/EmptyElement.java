package org.metricgateway.merge;

/** What KairosDB answers about a metric of which it found nothing. */
public enum EmptyElement {
    QUERY("{\"sample_size\":0,\"results\":[{\"name\":"),
    TAGS("{\"results\":[{\"name\":");

    private final String start;

    EmptyElement(String start) {
        this.start = start;
    }

    /** As JSON. */
    public String of(String metric) {
        return start + KairosText.quote(metric) + ",\"tags\":{},\"values\":[]}]}";
    }
}
