package org.metricgateway.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.metricgateway.support.CachedStart;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Http;

/**
 * Java's ahead-of-time cache for the gateway of the demonstration. To make it takes longer than it saves, so that is done
 * once the demonstration is up, for the next one. Java itself leaves one alone that does not fit its jar.
 */
final class StartCache {

    /** The first Java that makes a cache in one go. */
    private static final int JAVA = 25;

    private static final int REQUESTS = 200;
    private static final String QUERY =
            "{\"start_relative\":{\"value\":3,\"unit\":\"hours\"},\"metrics\":[{\"name\":\"cpu.load\",\"limit\":3}]}";

    private final Path file;
    private final boolean wanted;

    StartCache(Path file) {
        this.file = file.toAbsolutePath();
        this.wanted =
                Runtime.version().feature() >= JAVA && Boolean.parseBoolean(System.getProperty("demo.cache", "true"));
    }

    /** For the JVM of a gateway that starts now. */
    String[] options() {
        return wanted && Files.exists(file) ? CachedStart.flags(file) : new String[] {};
    }

    /**
     * Makes it, if it is missing, by another gateway that is asked something and stopped.
     *
     * @param dir for that gateway, made if missing
     * @param configuration of groups whose backends are up
     */
    void make(Path dir, String configuration) {
        if (wanted && !Files.exists(file)) {
            String[] options = {"-XX:AOTCacheOutput=" + file, "-Xlog:aot*=off"};
            try (GatewayProcess gateway = GatewayProcess.start(dir, configuration, options)) {
                String url = gateway.url() + "/api/v1/datapoints/query";
                IntStream.range(0, REQUESTS).forEach(i -> Http.post(url, QUERY));
                gateway.stop();
            }
        }
    }
}
