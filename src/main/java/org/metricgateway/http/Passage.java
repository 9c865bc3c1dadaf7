package org.metricgateway.http;

/** What a client connection is at. */
enum Passage {
    READING,
    ANSWERING,
    ENDING
}
