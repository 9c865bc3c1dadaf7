package org.metricgateway.metric;

/** What a statement does, as far as it matters to whom it goes and how answers become one. */
public enum InfluxKind {
    SELECT,
    /** A {@code SELECT} that writes its result, also one that is done again and again. */
    INTO,
    EXPLAIN,
    /** A list of names, in one order everywhere: {@code SHOW MEASUREMENTS}. */
    SHOW_NAMES,
    /** One list for each measurement: tag keys and values. */
    SHOW_TAGS,
    /** The same, which is sent in chunks. */
    SHOW_FIELDS,
    SHOW_SERIES,
    /** A list in an order that only a server knows: databases, users. */
    SHOW_LIST,
    /** The same, of one database. */
    SHOW_POLICIES,
    /** What is about one server. */
    SHOW_SERVER,
    /** {@code DELETE}, {@code DROP SERIES}, {@code DROP MEASUREMENT}. */
    DELETE,
    /** What every server has to know: databases, policies, users. */
    DEFINE,
    /** What one server alone has: {@code KILL QUERY}, {@code DROP SHARD}. */
    SERVER;

    /** Whether it changes nothing. */
    public boolean isRead() {
        return this != INTO && this != DELETE && this != DEFINE && this != SERVER;
    }

    public boolean isShow() {
        return name().startsWith("SHOW");
    }
}
