package org.metricgateway.merge;

/** The shape of the answer to a query: what may follow what, outside of keys, texts, objects and arrays. */
final class AnswerShape {

    /** What a byte begins. */
    enum Begins {
        NOTHING,
        KEY,
        VALUE,
        ELEMENT
    }

    private final Key key;
    private final FoundElements elements;
    private Awaited next = Awaited.ROOT;
    private Begins begins = Begins.NOTHING;
    private boolean queries;
    private boolean originalQuery;
    private long at;

    /**
     * @param key the last one that was read
     * @param elements are told of each
     */
    AnswerShape(Key key, FoundElements elements) {
        this.key = key;
        this.elements = elements;
    }

    /** Whether {@code queries} has begun. */
    boolean hasQueries() {
        return queries;
    }

    /** Whether {@code original_query} was there. */
    boolean hasOriginalQuery() {
        return originalQuery;
    }

    boolean isWhole() {
        return next == Awaited.NOTHING;
    }

    /**
     * @param place of the byte, counted from one
     * @throws NotAnAnswer if the byte does not belong there
     */
    Begins take(byte b, long place) {
        at = place;
        begins = Begins.NOTHING;
        if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
            next = after(b);
        }
        return begins;
    }

    private Awaited after(byte b) {
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
        begins = Begins.KEY;
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
        if (Nesting.starts(b)) {
            begins = Begins.VALUE;
            return Awaited.AFTER_VALUE;
        }
        return scalar(b);
    }

    private Awaited elementStarts(byte b) {
        elements.another();
        begins = Begins.ELEMENT;
        return must(b == '{', b, Awaited.AFTER_ELEMENT);
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
