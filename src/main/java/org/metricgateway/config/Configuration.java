package org.metricgateway.config;

import java.util.List;
import java.util.Map;

/**
 * The settings, and where they come from.
 *
 * @param properties the value in force of each key that stands alone, secrets left out, for {@code {{gateway.listen}}}
 *     in a route
 * @param source the file that was read
 * @param warnings what was ignored, or is seldom meant
 */
public record Configuration(Settings settings, Map<String, String> properties, String source, List<String> warnings) {

    /** Of this process. */
    public static Configuration load() {
        return load(Surroundings.current());
    }

    /** @throws InvalidSettings with every fault at once */
    public static Configuration load(Surroundings surroundings) {
        return new Loading(Source.find(surroundings), surroundings).configuration();
    }
}
