package org.metricgateway.routing;

import java.util.List;

/** What a request asks of a database, in the words of one dialect. */
public interface Operation {

    /** What decides where it goes, as the routes call it. */
    String word();

    /** The methods that it has, besides OPTIONS. */
    List<String> methods();

    /** Whether it asks for points: a slow one is worth a line in the log. */
    boolean isQuery();
}
