package org.metricgateway.merge;

import java.util.ArrayList;
import java.util.List;

/**
 * The answer to a split query: {@code queries[i]} is what the owner of {@code metrics[i]} said about it.
 *
 * <p>Not for several threads at once.
 */
public final class QueryMerge {

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
        if (originalQuery) {
            pieces.add(new Piece.Text("{\"original_query\":"));
            pieces.add(new Piece.Query());
        }
        String before = (originalQuery ? "," : "{") + "\"queries\":[";
        for (Piece element : elements) {
            pieces.add(new Piece.Text(before));
            pieces.add(present(element));
            before = ",";
        }
        pieces.add(new Piece.Text(elements.length == 0 ? before + "]}" : "]}"));
        return pieces;
    }

    private static Piece present(Piece element) {
        if (element == null) {
            throw new IllegalStateException("a share was forgotten");
        }
        return element;
    }
}
