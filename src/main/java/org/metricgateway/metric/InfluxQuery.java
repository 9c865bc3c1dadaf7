package org.metricgateway.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * A text of InfluxQL.
 *
 * @param text as the client sent it
 * @param statements in their order; none if InfluxDB would not read it either
 */
public record InfluxQuery(String text, List<InfluxStatement> statements) {

    public static InfluxQuery of(String text) {
        List<InfluxStatement> statements = new ArrayList<>();
        try {
            List<InfluxToken> tokens = InfluxTokens.of(text);
            int from = 0;
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.get(i).is(";") || i == tokens.size() - 1) {
                    if (i > from) {
                        statements.add(new InfluxStatementReader(tokens.subList(from, i)).statement());
                    }
                    from = i + 1;
                }
            }
        } catch (NotInfluxQl e) {
            return new InfluxQuery(text, List.of());
        }
        return new InfluxQuery(text, List.copyOf(statements));
    }

    /** Whether doing it twice is the same as doing it once. */
    public boolean isRead() {
        return !statements.isEmpty()
                && statements.stream().allMatch(statement -> statement.kind().isRead());
    }

    /** These statements alone. */
    public String of(int[] positions) {
        StringBuilder some = new StringBuilder();
        for (int position : positions) {
            Span span = statements.get(position).text();
            some.append(some.isEmpty() ? "" : ";").append(text, span.from(), span.to());
        }
        return some.toString();
    }
}
