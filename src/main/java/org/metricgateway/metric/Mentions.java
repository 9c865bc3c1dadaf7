package org.metricgateway.metric;

import java.util.ArrayList;
import java.util.List;

/** The metrics that a body names, in its order and as often as it does, and where the element of each stands. */
public final class Mentions {

    /** Stands among the names for an element that has none. */
    public static final String UNNAMED = "";

    private final List<String> names;
    private final int[] bounds;
    private final Span document;
    private final boolean saving;

    /**
     * @param names one for each element
     * @param bounds from and to of each element, in turn
     * @param document the body without its byte order mark
     * @param saving whether an element writes its result
     */
    Mentions(List<String> names, int[] bounds, Span document, boolean saving) {
        this.names = names;
        this.bounds = bounds;
        this.document = document;
        this.saving = saving;
    }

    /** A body about one metric that has no elements. */
    static Mentions of(String name, Span document) {
        return new Mentions(List.of(name), new int[] {document.from(), document.to()}, document, false);
    }

    /** One for each element; {@link #UNNAMED} where the element has none. */
    public List<String> names() {
        return names;
    }

    /** The bytes of one element. */
    public Span element(int position) {
        return new Span(bounds[2 * position], bounds[2 * position + 1]);
    }

    /** The body without its byte order mark. */
    public Span document() {
        return document;
    }

    /** Whether the query writes its result to another metric ({@code save_as}). */
    public boolean saving() {
        return saving;
    }

    /**
     * The body with these elements only, as bytes of the body in their order.
     *
     * @param positions ascending, at least one
     */
    public List<Span> share(int[] positions) {
        List<Span> spans = new ArrayList<>();
        Span open = new Span(document.from(), bounds[0]);
        for (int i = 0; i < positions.length; i++) {
            Span element = element(positions[i]);
            // What stands before any but the first element of a body is a comma: it serves the share as well.
            int from = i == 0 ? element.from() : bounds[2 * positions[i] - 1];
            open = join(spans, open, from, element.to());
        }
        spans.add(join(spans, open, bounds[bounds.length - 1], document.to()));
        return spans;
    }

    /** Neighbours become one span; others leave the first of them in the list. */
    private static Span join(List<Span> spans, Span open, int from, int to) {
        if (open.to() == from) {
            return new Span(open.from(), to);
        }
        spans.add(open);
        return new Span(from, to);
    }
}
