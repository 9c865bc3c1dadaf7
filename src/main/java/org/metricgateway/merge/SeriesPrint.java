package org.metricgateway.merge;

import java.util.List;

/** Prints the series of one statement, with the owners' own bytes for heads and rows. */
final class SeriesPrint {

    private final InfluxDocuments documents;
    private final InfluxLayout layout;
    private final int statement;

    SeriesPrint(InfluxDocuments documents, int statement) {
        this.documents = documents;
        this.layout = documents.layout();
        this.statement = statement;
    }

    /**
     * @param each whether each series is a document of its own
     * @param rows in one document; 0 for all
     */
    void print(List<SeriesMerge.Series> all, boolean each, int rows) {
        documents.begin();
        documents.text(layout.beforeSeries(statement));
        for (int i = 0; i < all.size(); i++) {
            if (i > 0 && each) {
                next(rows > 0);
            } else if (i > 0) {
                documents.text(layout.betweenSeries());
            }
            chunks(all.get(i), rows);
        }
        documents.text(layout.afterSeries(false));
    }

    /** Ends a document and begins the next one of the same result. */
    private void next(boolean partial) {
        documents.text(layout.afterSeries(partial));
        documents.begin();
        documents.text(layout.beforeSeries(statement));
    }

    private void chunks(SeriesMerge.Series one, int rows) {
        int size = one.rows().size();
        if (one.whole() && (rows == 0 || size <= rows)) {
            documents.part(one.share(), one.first().bytes());
            return;
        }
        int step = rows == 0 ? Math.max(1, size) : rows;
        for (int from = 0; from < size; from += step) {
            if (from > 0) {
                next(true);
            }
            int to = Math.min(size, from + step);
            rows(one, one.rows().subList(from, to), to < size);
        }
    }

    private void rows(SeriesMerge.Series one, List<SeriesMerge.Row> rows, boolean partial) {
        documents.part(one.share(), one.first().head());
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) {
                documents.text(layout.betweenRows());
            }
            documents.part(rows.get(i).share(), rows.get(i).bytes());
        }
        documents.text(layout.afterRows(partial));
    }
}
