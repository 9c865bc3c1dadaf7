package org.metricgateway.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that {@code application.properties} says, checked as a whole and never changed afterwards.
 *
 * @param listen the data port
 * @param adminListen the admin port
 * @param adminToken what a changing request to the admin port must carry as bearer token; without one they are refused
 * @param mode whether a request may be split
 * @param loops event loops of the data port
 * @param limits what a client may send and how much is held at once
 * @param clientTimeout how long a client may take for a head, and pause within a body or while it takes an answer
 * @param trustedProxies networks whose {@code X-Forwarded-*} is believed
 * @param accessLog whether each request is logged
 * @param slowQuery a query that takes longer is logged
 * @param shutdownDelay how long the gateway still serves after it was told to stop
 * @param shutdownGrace how long requests in flight may take after that
 * @param defaultGroup the owner of metrics that no rule matches
 * @param kairosdb what concerns the KairosDB dialect alone
 * @param routeBy what the rules of InfluxDB groups match
 * @param discovery how backends are looked up
 * @param groups by name, in the order of the first rule that names each, then by name
 * @param rules in order; the first match wins
 * @param readyGroups the groups that must have a backend to ask before the gateway is ready
 */
public record Settings(
        HostPort listen,
        HostPort adminListen,
        Optional<String> adminToken,
        Mode mode,
        int loops,
        Limits limits,
        Duration clientTimeout,
        List<Network> trustedProxies,
        boolean accessLog,
        Duration slowQuery,
        Duration shutdownDelay,
        Duration shutdownGrace,
        Optional<String> defaultGroup,
        Kairos kairosdb,
        RouteBy routeBy,
        Discovery discovery,
        Map<String, GroupSettings> groups,
        List<RuleSettings> rules,
        Set<String> readyGroups) {

    /** Without the token, which no log may show. */
    @Override
    public String toString() {
        return "Settings[" + listen + ", " + mode + ", groups " + groups.keySet() + ", " + rules.size() + " rules]";
    }

    public static Settings of(Configuration configuration) {
        return configuration.settings();
    }

    /** Whether a request whose metrics have several owners is split, or goes whole to the first one's. */
    public enum Mode {
        SIMPLE,
        MULTI
    }

    /**
     * All in bytes, except requests, connections and metrics.
     *
     * @param body a request's body, also inflated
     * @param bytes what requests and merges hold together
     * @param requests in flight
     * @param connections of clients
     * @param merge one merged answer
     * @param metrics that one request may name
     * @param metricName UTF-8 bytes of one name
     */
    public record Limits(
            long body, long bytes, int requests, int connections, long merge, int metrics, int metricName) {}

    /**
     * @param home the group that answers what concerns no metric
     * @param deletes whether deleting requests are let through
     */
    public record Kairos(String home, boolean deletes) {}

    /**
     * @param interval between two look-ups
     * @param nameservers asked instead of the system's
     * @param self an address that is never a backend
     */
    public record Discovery(Duration interval, List<HostPort> nameservers, Optional<String> self) {}

    /**
     * @param order the number in {@code gateway.rule.<n>}
     * @param pattern searched for in a metric's name, in RE2 syntax, as written in the file
     * @param group the owner of the metrics that it matches
     */
    public record RuleSettings(int order, String pattern, String group) {}
}
