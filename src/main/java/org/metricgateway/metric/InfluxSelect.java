package org.metricgateway.metric;

import java.util.List;
import org.metricgateway.metric.InfluxToken.Type;

/** Reads a {@code SELECT}: where it reads from and writes to, and whether it could be asked of several owners, each for its own. */
final class InfluxSelect {

    private enum Clause {
        FIELDS,
        GROUPS,
        ORDER,
        OTHER
    }

    private static final int DEPTH = 50;

    private final InfluxCursor cursor;
    private final List<InfluxSource> sources;
    private InfluxSource target;
    private boolean nested;
    private boolean expands;
    private boolean descending;
    private int level;

    /** @param sources where those that are found go to */
    InfluxSelect(InfluxCursor cursor, List<InfluxSource> sources) {
        this.cursor = cursor;
        this.sources = sources;
    }

    InfluxSource target() {
        return target;
    }

    boolean nested() {
        return nested;
    }

    boolean expands() {
        return expands;
    }

    boolean descending() {
        return descending;
    }

    /** From behind {@code SELECT} to the end, or to the bracket that closes a subquery. */
    void read() {
        if (++level > DEPTH) {
            throw new NotInfluxQl();
        }
        Clause clause = Clause.FIELDS;
        boolean from = false;
        int depth = 0;
        while (!cursor.isOver() && !(depth == 0 && cursor.peek().is(")"))) {
            InfluxToken token = cursor.next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.type() == Type.WORD) {
                clause = clause(token, clause);
                from |= token.is("FROM");
            }
            expands |= expands(token, clause);
        }
        if (!from) {
            throw new NotInfluxQl();
        }
        level--;
    }

    private Clause clause(InfluxToken word, Clause before) {
        if (word.is("FROM")) {
            sources();
        } else if (word.is("INTO")) {
            target = cursor.source();
        } else if (word.is("GROUP")) {
            return Clause.GROUPS;
        } else if (word.is("ORDER")) {
            return Clause.ORDER;
        } else if (word.is("DESC")) {
            descending |= before == Clause.ORDER && level == 1;
            return before;
        } else if (!word.is("WHERE") && !word.is("LIMIT")) {
            return before;
        }
        return Clause.OTHER;
    }

    private boolean expands(InfluxToken token, Clause clause) {
        boolean listed = clause == Clause.FIELDS || clause == Clause.GROUPS;
        return listed && (token.type() == Type.REGEX || token.is("*") && !cursor.multiplies());
    }

    /** From behind {@code FROM}. */
    void sources() {
        do {
            if (cursor.skip("(")) {
                nested = true;
                if (!cursor.skip("SELECT")) {
                    throw new NotInfluxQl();
                }
                read();
                if (!cursor.skip(")")) {
                    throw new NotInfluxQl();
                }
            } else {
                sources.add(cursor.source());
            }
        } while (cursor.skip(","));
    }
}
