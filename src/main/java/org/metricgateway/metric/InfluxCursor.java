package org.metricgateway.metric;

import java.util.List;
import org.metricgateway.metric.InfluxSource.Form;
import org.metricgateway.metric.InfluxToken.Type;

/** Walks over the tokens of one statement. */
final class InfluxCursor {

    private final List<InfluxToken> tokens;
    private final InfluxToken end;
    private int at;

    /** @param tokens of the statement, without the semicolon */
    InfluxCursor(List<InfluxToken> tokens) {
        this.tokens = tokens;
        int last = tokens.get(tokens.size() - 1).to();
        this.end = new InfluxToken(Type.END, "", last, last);
    }

    InfluxToken peek() {
        return at < tokens.size() ? tokens.get(at) : end;
    }

    /** Where the last token stands. */
    Span previousSpan() {
        InfluxToken last = tokens.get(Math.min(at, tokens.size()) - 1);
        return new Span(last.from(), last.to());
    }

    /** Whether the star just read stands between two operands. */
    boolean multiplies() {
        InfluxToken before = at > 1 ? tokens.get(at - 2) : end;
        return !before.is("SELECT") && !before.is(",") && !before.is("(") && !before.is("BY");
    }

    /** Whether a word is still to come. */
    boolean has(String word) {
        return tokens.subList(at, tokens.size()).stream().anyMatch(token -> token.is(word));
    }

    InfluxToken next() {
        InfluxToken token = peek();
        at++;
        return token;
    }

    boolean isOver() {
        return at >= tokens.size();
    }

    /** Steps over this word or symbol, if it is next. */
    boolean skip(String word) {
        boolean found = peek().is(word);
        at += found ? 1 : 0;
        return found;
    }

    String name() {
        InfluxToken token = next();
        if (!token.isName()) {
            throw new NotInfluxQl();
        }
        return token.text();
    }

    int number() {
        InfluxToken token = next();
        try {
            return Integer.parseInt(token.text());
        } catch (NumberFormatException e) {
            throw new NotInfluxQl();
        }
    }

    /** {@code measurement}, {@code policy.measurement}, {@code database.policy.measurement}, {@code database..measurement}. */
    InfluxSource source() {
        String[] before = {"", ""};
        for (int dots = 0; ; dots++) {
            InfluxToken part = peek().is(".") && dots == 1 ? null : next();
            boolean last = part != null && !peek().is(".");
            if (last) {
                return new InfluxSource(before[0], before[1], form(part), text(part));
            }
            if (dots == 2 || part != null && !part.isName()) {
                throw new NotInfluxQl();
            }
            before[0] = before[1];
            before[1] = part == null ? "" : part.text();
            skip(".");
        }
    }

    private static Form form(InfluxToken part) {
        return switch (part.type()) {
            case WORD, NAME -> Form.NAME;
            case REGEX -> Form.REGEX;
            case BOUND -> Form.BOUND;
            default -> {
                if (part.is(":")) {
                    yield Form.BACK;
                }
                throw new NotInfluxQl();
            }
        };
    }

    /** Steps over the word behind {@code :}. */
    private String text(InfluxToken part) {
        return part.is(":") ? next().text() : part.text();
    }
}
