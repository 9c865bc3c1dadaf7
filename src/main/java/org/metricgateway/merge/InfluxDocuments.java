package org.metricgateway.merge;

import java.util.ArrayList;
import java.util.List;
import org.metricgateway.metric.Span;

/** The results of statements, as one document, or, in chunks, each as a document of its own. */
final class InfluxDocuments {

    private final InfluxLayout layout;
    private final boolean chunked;
    private final List<Piece> pieces = new ArrayList<>();
    private boolean open;

    InfluxDocuments(InfluxLayout layout, boolean chunked) {
        this.layout = layout;
        this.chunked = chunked;
    }

    InfluxLayout layout() {
        return layout;
    }

    boolean chunked() {
        return chunked;
    }

    /** An owner's result under another number. */
    void add(int share, InfluxResult result, int statement) {
        begin();
        part(share, new Span(result.bytes().from(), result.id().from()));
        text(Integer.toString(statement));
        part(share, new Span(result.id().to(), result.bytes().to()));
    }

    /** A result of the gateway's own. */
    void add(String result) {
        begin();
        text(result);
    }

    /** Begins a result. */
    void begin() {
        if (open && chunked) {
            text(layout.afterLast());
        }
        text(open && !chunked ? layout.betweenResults() : layout.beforeFirst());
        open = true;
    }

    void part(int share, Span bytes) {
        pieces.add(new Piece.Part(share, bytes));
    }

    void text(String text) {
        pieces.add(new Piece.Text(text));
    }

    List<Piece> end() {
        text(layout.afterLast());
        return pieces;
    }
}
