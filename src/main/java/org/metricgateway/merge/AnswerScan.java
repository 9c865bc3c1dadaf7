package org.metricgateway.merge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.metricgateway.merge.AnswerShape.Begins;

/**
 * Finds the elements of a KairosDB query's answer while its bytes arrive: one object with {@code queries}, an array of
 * objects. Anything else is refused at the first byte that shows it.
 *
 * @see <a href="https://kairosdb.github.io/docs/restapi/QueryMetrics.html">KairosDB: Query Metrics</a>
 */
public final class AnswerScan {

    /** Where there are fewer, it is not worth the trouble to look for rows by the hundred. */
    private static final int MANY = Rows.BYTES;

    private final FoundElements elements;
    private final Nesting nesting = new Nesting();
    private final FewBytes few = new FewBytes(nesting);
    private final Key key = new Key();
    private final AnswerShape shape;
    private Begins within = Begins.NOTHING;
    private int at;
    private long before;

    /** @param expected how many elements the owner was asked for */
    public AnswerScan(int expected) {
        this.elements = new FoundElements(expected);
        this.shape = new AnswerShape(key, elements);
    }

    /**
     * Takes the next bytes.
     *
     * @throws NotAnAnswer at the first byte that does not belong there
     */
    public void process(ByteBuffer chunk) {
        if (chunk.remaining() < MANY) {
            byte[] bytes = new byte[chunk.remaining()];
            chunk.duplicate().get(bytes);
            processFew(bytes, 0, bytes.length);
        } else {
            processMany(chunk);
        }
    }

    /** The same. */
    public void process(byte[] chunk, int from, int to) {
        if (to - from < MANY) {
            processFew(chunk, from, to);
        } else {
            processMany(ByteBuffer.wrap(chunk, from, to - from));
        }
    }

    private void processFew(byte[] bytes, int from, int to) {
        int shift = at - from;
        for (int i = from; i < to; i = at - shift) {
            if (within == Begins.VALUE || within == Begins.ELEMENT) {
                at = shift + few.follow(bytes, i, to);
                followed();
            } else {
                at++;
                take(bytes[i]);
            }
        }
    }

    /** The same, however few: it takes them many at a time. */
    void processMany(ByteBuffer chunk) {
        ByteBuffer bytes = chunk.slice().order(ByteOrder.LITTLE_ENDIAN);
        int start = at;
        for (int i = 0; i < bytes.limit(); i = at - start) {
            if (within == Begins.VALUE || within == Begins.ELEMENT) {
                // Most bytes are here.
                at = start + nesting.follow(bytes, i);
                followed();
            } else {
                at++;
                take(bytes.get(i));
            }
        }
    }

    private void followed() {
        if (!nesting.isOpen()) {
            if (within == Begins.ELEMENT) {
                elements.ends(at);
            }
            within = Begins.NOTHING;
        }
    }

    private void take(byte b) {
        if (within == Begins.KEY) {
            within = key.open(b) ? Begins.KEY : Begins.NOTHING;
            return;
        }
        within = shape.take(b, before + at);
        switch (within) {
            case KEY -> key.clear();
            case VALUE -> nesting.open(b);
            case ELEMENT -> {
                elements.from(at - 1);
                nesting.open(b);
            }
            default -> {}
        }
    }

    /** Whether {@code queries} has begun: what KairosDB says before it is there. */
    public boolean hasBegun() {
        return shape.hasQueries();
    }

    /** Whether the answer repeats the query, as far as it is there. */
    public boolean repeatsQuery() {
        return shape.hasOriginalQuery();
    }

    /** What there is of elements in the bytes since this was last asked, whose places count from there. */
    public List<ElementPart> parts() {
        List<ElementPart> parts = elements.parts(at);
        before += at;
        at = 0;
        return parts;
    }

    /**
     * Says that no byte follows.
     *
     * @return its elements; of an answer taken in parts, those since the last
     * @throws NotAnAnswer if the answer is not whole, or has other elements than expected
     */
    public QueryAnswer finish() {
        if (!shape.isWhole()) {
            throw new NotAnAnswer(before + at == 0 ? "is empty" : "breaks off after " + (before + at) + " bytes");
        }
        if (!shape.hasQueries()) {
            throw new NotAnAnswer("has no \"queries\"");
        }
        return new QueryAnswer(elements.whole(), shape.hasOriginalQuery());
    }
}
