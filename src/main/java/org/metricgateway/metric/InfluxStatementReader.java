package org.metricgateway.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads one statement: what it does, and to which measurements. What it leaves out, such as conditions, is for the database to judge.
 *
 * @see <a href="https://github.com/influxdata/influxql#statements">InfluxQL: Statements</a>
 */
final class InfluxStatementReader {

    private final InfluxCursor cursor;
    private final Span text;
    private final InfluxSelect select;
    private final List<InfluxSource> sources = new ArrayList<>();
    private String database = "";
    private InfluxPage page = InfluxPage.ALL;

    /** @param tokens of the statement, at least one, without the semicolon */
    InfluxStatementReader(List<InfluxToken> tokens) {
        this.cursor = new InfluxCursor(tokens);
        this.text = new Span(tokens.get(0).from(), tokens.get(tokens.size() - 1).to());
        this.select = new InfluxSelect(cursor, sources);
    }

    InfluxStatement statement() {
        InfluxKind kind = kind();
        return new InfluxStatement(
                kind,
                text,
                List.copyOf(sources),
                select.target(),
                database,
                select.nested(),
                select.expands(),
                select.descending(),
                page);
    }

    private InfluxKind kind() {
        String verb = cursor.next().text().toUpperCase(Locale.ROOT);
        return switch (verb) {
            case "SELECT" -> selecting(InfluxKind.SELECT);
            case "EXPLAIN" -> explain();
            case "SHOW" -> show();
            case "DELETE" -> clauses(InfluxKind.DELETE);
            case "DROP" -> drop();
            case "CREATE" -> create();
            case "ALTER" -> define();
            case "GRANT", "REVOKE", "SET" -> InfluxKind.DEFINE;
            case "KILL" -> InfluxKind.SERVER;
            default -> throw new NotInfluxQl();
        };
    }

    private InfluxKind selecting(InfluxKind kind) {
        select.read();
        return select.target() == null ? kind : InfluxKind.INTO;
    }

    private InfluxKind explain() {
        cursor.skip("ANALYZE");
        if (!cursor.skip("SELECT")) {
            throw new NotInfluxQl();
        }
        return selecting(InfluxKind.EXPLAIN);
    }

    private InfluxKind show() {
        String what = cursor.name().toUpperCase(Locale.ROOT);
        String whose = cursor.peek().text().toUpperCase(Locale.ROOT);
        return switch (what) {
            case "MEASUREMENTS" -> clauses(InfluxKind.SHOW_NAMES);
            case "TAG" ->
                clauses(
                        whose.equals("KEYS") || whose.equals("VALUES") && !cursor.has("CARDINALITY")
                                ? InfluxKind.SHOW_TAGS
                                : InfluxKind.SHOW_SERVER);
            case "FIELD" -> clauses(whose.equals("KEYS") ? InfluxKind.SHOW_FIELDS : InfluxKind.SHOW_SERVER);
            case "SERIES" -> clauses(cursor.has("CARDINALITY") ? InfluxKind.SHOW_SERVER : InfluxKind.SHOW_SERIES);
            case "RETENTION" -> clauses(InfluxKind.SHOW_POLICIES);
            case "DATABASES", "USERS", "GRANTS", "CONTINUOUS", "SUBSCRIPTIONS" -> InfluxKind.SHOW_LIST;
            default -> InfluxKind.SHOW_SERVER;
        };
    }

    private InfluxKind drop() {
        if (cursor.skip("MEASUREMENT")) {
            sources.add(cursor.source());
            return InfluxKind.DELETE;
        }
        if (cursor.skip("SERIES")) {
            return clauses(InfluxKind.DELETE);
        }
        return cursor.peek().is("SHARD") ? InfluxKind.SERVER : define();
    }

    private InfluxKind create() {
        if (!cursor.peek().is("CONTINUOUS")) {
            return define();
        }
        while (!cursor.isOver() && !cursor.skip("BEGIN")) {
            on();
        }
        if (!cursor.skip("SELECT")) {
            throw new NotInfluxQl();
        }
        return selecting(InfluxKind.INTO);
    }

    /** The database that is made, or the one that a policy is for. */
    private InfluxKind define() {
        if (cursor.skip("DATABASE")) {
            database = cursor.name();
        }
        while (!cursor.isOver()) {
            on();
        }
        return InfluxKind.DEFINE;
    }

    private void on() {
        if (cursor.next().is("ON")) {
            database = cursor.name();
        }
    }

    private InfluxKind clauses(InfluxKind kind) {
        InfluxPage.Reader pages = new InfluxPage.Reader();
        while (!cursor.isOver()) {
            InfluxToken token = cursor.next();
            if (token.is("FROM")) {
                select.sources();
            } else if (token.is("ON")) {
                database = cursor.name();
            } else {
                pages.take(token, cursor);
            }
        }
        page = pages.page();
        return kind;
    }
}
