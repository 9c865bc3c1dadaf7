package org.metricgateway.merge;

/** What may come next in the answer to a query, outside of keys and values. */
enum Awaited {
    ROOT,
    FIRST_KEY,
    KEY,
    COLON,
    VALUE,
    SCALAR,
    FIRST_ELEMENT,
    ELEMENT,
    AFTER_ELEMENT,
    AFTER_VALUE,
    NOTHING
}
