package org.metricgateway.merge;

import java.util.ArrayList;
import java.util.List;
import org.metricgateway.metric.Span;

/** The elements of {@code queries} that a scan came by. */
final class FoundElements {

    private final int expected;
    private final List<Span> whole = new ArrayList<>();
    private int begun;
    private int ended;
    private int from;

    /** @param expected how many there should be */
    FoundElements(int expected) {
        this.expected = expected;
    }

    /**
     * One more begins.
     *
     * @throws NotAnAnswer if it is one too many
     */
    void another() {
        if (begun == expected) {
            throw new NotAnAnswer("has more \"queries\" than the " + expected + " that were asked for");
        }
        begun++;
    }

    /** Where the one that has begun stands. */
    void from(int at) {
        from = at;
    }

    void ends(int at) {
        ended++;
        whole.add(new Span(from, at));
    }

    /** @throws NotAnAnswer if some are missing */
    List<Span> whole() {
        if (ended < expected) {
            throw new NotAnAnswer("has " + ended + " \"queries\" where " + expected + " were asked for");
        }
        return List.copyOf(whole);
    }

    /** What there is of elements before this place, where the next part begins: places count from there. */
    List<ElementPart> parts(int to) {
        List<ElementPart> parts = new ArrayList<>(whole.size() + 1);
        whole.forEach(span -> parts.add(new ElementPart(span, true)));
        whole.clear();
        if (begun > ended) {
            parts.add(new ElementPart(new Span(from, to), false));
            from = 0;
        }
        return parts;
    }
}
