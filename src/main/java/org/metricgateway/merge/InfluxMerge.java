package org.metricgateway.merge;

import java.util.List;
import org.metricgateway.metric.InfluxKind;
import org.metricgateway.metric.InfluxQuery;
import org.metricgateway.metric.InfluxStatement;

/**
 * The answer to statements of several owners: what each gave, in the order of the statements and under their numbers, up to the
 * first that failed.
 *
 * <p>Not for several threads at once.
 *
 * @see <a href="https://docs.influxdata.com/influxdb/v1/tools/api/#query-http-endpoint">InfluxDB: /query</a>
 */
public final class InfluxMerge {

    private static final String NOT_EXECUTED = "not executed";

    private final InfluxQuery query;
    private final InfluxDocuments documents;
    private final int chunk;

    /**
     * @param pretty whether it is printed for people
     * @param chunk rows in one document; 0 for one document with everything
     */
    public InfluxMerge(InfluxQuery query, boolean pretty, int chunk) {
        this.query = query;
        this.documents = new InfluxDocuments(pretty ? InfluxLayout.PRETTY : InfluxLayout.COMPACT, chunk > 0);
        this.chunk = chunk;
    }

    /** What stands in the answer, in this order. */
    public List<Piece> pieces() {
        return documents.end();
    }

    /**
     * Adds what one owner gave to some statements.
     *
     * @param share a number for its answer, given back in {@link Piece.Part}
     * @param positions of the statements in the client's query
     */
    public void add(int share, InfluxAnswer answer, int[] positions) {
        for (InfluxResult result : answer.results()) {
            if (result.statement() < 0 || result.statement() >= positions.length) {
                throw new NotAnAnswer("has a result for a statement that was not asked");
            }
            int statement = positions[result.statement()];
            if (result.error() == null) {
                documents.add(share, result, statement);
            } else {
                fail(share, result, statement);
                return;
            }
        }
    }

    /** So does InfluxDB: the cause is told of the last statement, and, in chunks, of any. */
    private void fail(int share, InfluxResult result, int statement) {
        if (documents.chunked() || isLast(statement)) {
            documents.add(share, result, statement);
        }
        notExecuted(statement);
    }

    /** Adds that a statement failed, in the gateway's own words. */
    public void fail(int statement, String reason) {
        if (documents.chunked() || isLast(statement)) {
            documents.add(documents.layout().error(statement, reason));
        }
        notExecuted(statement);
    }

    private void notExecuted(int statement) {
        int left = query.statements().size() - 1 - statement;
        for (int i = 0; i < (documents.chunked() ? left : Math.min(left, 1)); i++) {
            documents.add(documents.layout().error(statement, NOT_EXECUTED));
        }
    }

    private boolean isLast(int statement) {
        return statement == query.statements().size() - 1;
    }

    /**
     * Adds what several owners gave to one statement, as if one had given it.
     *
     * @param series theirs, by the numbers of their answers
     */
    public void unite(int statement, List<Owned> series) {
        InfluxStatement text = query.statements().get(statement);
        SeriesMerge merge = new SeriesMerge(text);
        series.forEach(owned -> merge.add(owned.share(), owned.series()));
        List<SeriesMerge.Series> merged = merge.merged();
        if (merged.isEmpty()) {
            documents.add(documents.layout().nothing(statement));
        } else {
            new SeriesPrint(documents, statement).print(merged, documents.chunked(), rows(text.kind()));
        }
    }

    /** Rows in one chunk; 0 where a series is never divided. */
    private int rows(InfluxKind kind) {
        return kind == InfluxKind.SHOW_FIELDS || kind == InfluxKind.SHOW_SERIES || kind == InfluxKind.SELECT
                ? chunk
                : 0;
    }

    /**
     * One series of an owner.
     *
     * @param share the number of the owner's answer
     */
    public record Owned(int share, InfluxSeries series) {

        /** Of its measurement; empty without one. */
        public String name() {
            return series.name();
        }
    }
}
