package org.metricgateway.routing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.metricgateway.config.RouteBy;
import org.metricgateway.metric.InfluxKind;
import org.metricgateway.metric.InfluxQuery;
import org.metricgateway.metric.InfluxSource;
import org.metricgateway.metric.InfluxSource.Form;
import org.metricgateway.metric.InfluxStatement;

/**
 * What the rules are asked about a statement: the names of its measurements, or of its databases.
 *
 * @param routeBy which of both
 * @param database where the statement names none; empty for none
 * @param policy where the statement names none; empty for none
 */
public record Concern(RouteBy routeBy, String database, String policy) {

    /** As rules see a database: {@code db}, or {@code db.rp} where a retention policy is named. */
    public static String name(String database, String policy) {
        return policy.isEmpty() ? database : database + "." + policy;
    }

    /** All of them, each once; none of what concerns every group. */
    public List<String> names(InfluxQuery query) {
        return query.statements().stream()
                .flatMap(statement -> names(statement).stream().flatMap(Set::stream))
                .distinct()
                .toList();
    }

    /** Each once; empty where every group is concerned. */
    Optional<Set<String>> names(InfluxStatement statement) {
        return routeBy == RouteBy.DATABASE ? databases(statement) : measurements(statement);
    }

    private static Optional<Set<String>> measurements(InfluxStatement statement) {
        Set<String> names = new LinkedHashSet<>();
        for (InfluxSource place : places(statement)) {
            if (place.form() == Form.REGEX || place.form() == Form.BOUND) {
                return Optional.empty();
            }
            if (place.form() == Form.NAME) {
                names.add(place.measurement());
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private Optional<Set<String>> databases(InfluxStatement statement) {
        InfluxKind kind = statement.kind();
        boolean everywhere = kind == InfluxKind.SHOW_LIST
                || kind == InfluxKind.SHOW_SERVER
                || kind == InfluxKind.SERVER
                || kind == InfluxKind.DEFINE && statement.database().isEmpty();
        if (everywhere) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        for (InfluxSource place : places(statement)) {
            names.add(nameOf(place, statement));
        }
        if (names.isEmpty()) {
            names.add(nameOf(new InfluxSource("", "", Form.NAME, ""), statement));
        }
        names.remove("");
        return Optional.of(names);
    }

    private String nameOf(InfluxSource place, InfluxStatement statement) {
        String named = place.database().isEmpty() ? statement.database() : place.database();
        boolean own = named.isEmpty() || named.equals(database);
        String itsPolicy = place.policy().isEmpty() && own ? policy : place.policy();
        String its = named.isEmpty() ? database : named;
        return its.isEmpty() ? "" : name(its, itsPolicy);
    }

    private static List<InfluxSource> places(InfluxStatement statement) {
        return Stream.concat(statement.sources().stream(), Stream.ofNullable(statement.target()))
                .toList();
    }
}
