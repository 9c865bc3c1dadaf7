package org.metricgateway.metric;

import java.util.List;

/**
 * One statement of InfluxQL.
 *
 * @param text where it stands in the query, in chars
 * @param sources of its {@code FROM} clauses, those of subqueries too, and what it deletes
 * @param target of {@code INTO}; null without it
 * @param database that it names besides its sources; empty if it names none
 * @param nested whether it has a subquery
 * @param expands whether its columns or groups depend on all measurements together ({@code *}, a regular expression)
 * @param descending whether the latest points come first, and the last measurement with them
 * @param page which of its rows are wanted
 */
public record InfluxStatement(
        InfluxKind kind,
        Span text,
        List<InfluxSource> sources,
        InfluxSource target,
        String database,
        boolean nested,
        boolean expands,
        boolean descending,
        InfluxPage page) {}
