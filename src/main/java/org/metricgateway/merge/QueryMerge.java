package org.metricgateway.merge;

import java.util.ArrayList;
import java.util.List;

/**
 * The answer to a split query: {@code queries[i]} is what the owner of {@code metrics[i]} said about it.
 *
 * <p>Not for several threads at once.
 */
public final class QueryMerge {

    /** What stands between two elements. */
    public static final Piece.Text BETWEEN = new Piece.Text(",");

    /** What stands behind the elements. */
    public static final Piece.Text CLOSING = new Piece.Text("]}");

    private static final String QUERIES = "\"queries\":[";

    private final List<String> names;
    private final EmptyElement empty;
    private final Piece[] elements;
    private boolean originalQuery;

    /**
     * @param names of the client's query, one for each element
     * @param empty stands for each element of a missing share
     */
    public QueryMerge(List<String> names, EmptyElement empty) {
        this.names = names;
        this.empty = empty;
        this.elements = new Piece[names.size()];
    }

    /**
     * @param share a number for its answer, given back in {@link Piece.Part}
     * @param positions of its elements in the client's query
     */
    public void add(int share, int[] positions, QueryAnswer answer) {
        originalQuery |= answer.originalQuery();
        for (int i = 0; i < positions.length; i++) {
            elements[positions[i]] = new Piece.Part(share, answer.elements().get(i));
        }
    }

    /** Answers for a share whose owner did not, as if it had found nothing. */
    public void missing(int[] positions) {
        for (int position : positions) {
            elements[position] = new Piece.Text(empty.of(names.get(position)));
        }
    }

    /**
     * What stands in the merged answer, in this order.
     *
     * @throws IllegalStateException if a share is neither added nor missing
     */
    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>(2 * elements.length + 4);
        pieces.addAll(opening(originalQuery));
        for (int i = 0; i < elements.length; i++) {
            if (i > 0) {
                pieces.add(BETWEEN);
            }
            pieces.add(present(elements[i]));
        }
        pieces.add(CLOSING);
        return pieces;
    }

    /**
     * What stands before the elements.
     *
     * @param originalQuery whether an owner repeats its share of the query
     */
    public static List<Piece> opening(boolean originalQuery) {
        return originalQuery
                ? List.of(new Piece.Text("{\"original_query\":"), new Piece.Query(), new Piece.Text("," + QUERIES))
                : List.of(new Piece.Text("{" + QUERIES));
    }

    private static Piece present(Piece element) {
        if (element == null) {
            throw new IllegalStateException("a share was forgotten");
        }
        return element;
    }
}
