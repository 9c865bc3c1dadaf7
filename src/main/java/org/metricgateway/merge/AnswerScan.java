package org.metricgateway.merge;

import java.util.ArrayList;
import java.util.List;
import org.metricgateway.metric.Span;

/**
 * Finds the elements of a KairosDB query's answer while its bytes arrive: one object with {@code queries}, an array of
 * objects. Anything else is refused at the first byte that shows it.
 *
 * @see <a href="https://kairosdb.github.io/docs/restapi/QueryMetrics.html">KairosDB: Query Metrics</a>
 */
public final class AnswerScan {

    private final int expected;
    private final List<Span> elements = new ArrayList<>();
    private final Nesting nesting = new Nesting();
    private final Key key = new Key();

    private Awaited next = Awaited.ROOT;
    private boolean inValue;
    private boolean inKey;
    private boolean queries;
    private boolean originalQuery;
    private int at;
    private int elementFrom;

    /** @param expected how many elements the owner was asked for */
    public AnswerScan(int expected) {
        this.expected = expected;
    }

    /**
     * Takes the next byte, in the form that Netty's {@code forEachByte} asks for.
     *
     * @return true: there is always more to scan
     * @throws NotAnAnswer if this byte does not belong here
     */
    public boolean process(byte b) {
        at++;
        if (inValue) {
            inValue = nesting.open(b);
            if (!inValue && next == Awaited.AFTER_ELEMENT) {
                elements.add(new Span(elementFrom, at));
            }
        } else if (inKey) {
            inKey = key.open(b);
        } else if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
            next = structure(b);
        }
        return true;
    }

    /** Takes the next bytes. */
    public void process(byte[] chunk, int from, int to) {
        for (int i = from; i < to; i++) {
            process(chunk[i]);
        }
    }

    /**
     * Says that no byte follows.
     *
     * @throws NotAnAnswer if the answer is not whole, or has other elements than expected
     */
    public QueryAnswer finish() {
        if (next != Awaited.NOTHING) {
            throw new NotAnAnswer(at == 0 ? "is empty" : "breaks off after " + at + " bytes");
        }
        if (!queries) {
            throw new NotAnAnswer("has no \"queries\"");
        }
        if (elements.size() < expected) {
            throw new NotAnAnswer("has " + elements.size() + " \"queries\" where " + expected + " were asked for");
        }
        return new QueryAnswer(List.copyOf(elements), originalQuery);
    }

    private Awaited structure(byte b) {
        return switch (next) {
            case ROOT -> must(b == '{', b, Awaited.FIRST_KEY);
            case FIRST_KEY -> b == '}' ? Awaited.NOTHING : keyStarts(b);
            case KEY -> keyStarts(b);
            case COLON -> must(b == ':', b, Awaited.VALUE);
            case VALUE -> valueStarts(b);
            case SCALAR -> b == ',' || b == '}' ? afterValue(b) : scalar(b);
            case FIRST_ELEMENT -> b == ']' ? Awaited.AFTER_VALUE : elementStarts(b);
            case ELEMENT -> elementStarts(b);
            case AFTER_ELEMENT -> b == ',' ? Awaited.ELEMENT : must(b == ']', b, Awaited.AFTER_VALUE);
            case AFTER_VALUE -> afterValue(b);
            case NOTHING -> must(false, b, Awaited.NOTHING);
        };
    }

    private Awaited keyStarts(byte b) {
        inKey = true;
        key.clear();
        return must(b == '"', b, Awaited.COLON);
    }

    private Awaited valueStarts(byte b) {
        switch (key.toString()) {
            case "queries" -> {
                must(!queries, b, next);
                queries = true;
                return must(b == '[', b, Awaited.FIRST_ELEMENT);
            }
            case "original_query" -> originalQuery = true;
            default -> {}
        }
        return Nesting.starts(b) ? follow(b, Awaited.AFTER_VALUE) : scalar(b);
    }

    private Awaited elementStarts(byte b) {
        if (elements.size() == expected) {
            throw new NotAnAnswer("has more \"queries\" than the " + expected + " that were asked for");
        }
        elementFrom = at - 1;
        return follow(b, must(b == '{', b, Awaited.AFTER_ELEMENT));
    }

    private Awaited follow(byte first, Awaited then) {
        inValue = nesting.open(first);
        return then;
    }

    private Awaited scalar(byte b) {
        return must(Character.isLetterOrDigit(b) || b == '-' || b == '+' || b == '.', b, Awaited.SCALAR);
    }

    private Awaited afterValue(byte b) {
        return b == ',' ? Awaited.KEY : must(b == '}', b, Awaited.NOTHING);
    }

    private Awaited must(boolean fits, byte b, Awaited then) {
        if (!fits) {
            throw NotAnAnswer.unexpected(b, at);
        }
        return then;
    }
}
