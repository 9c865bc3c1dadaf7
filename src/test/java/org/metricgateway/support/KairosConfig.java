package org.metricgateway.support;

import java.nio.file.Path;
import java.util.List;

/** What makes a KairosDB small, quiet and independent of any other. */
final class KairosConfig {

    /**
     * From JDK 16 on, two packages must be opened: Guice 4 defines classes through a method of java.lang, and Bean
     * Validation looks into java.util lists.
     */
    static final List<String> JVM_FLAGS = List.of(
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED");

    /** Without it, everything is logged at DEBUG. */
    static final String LOGBACK = """
            <configuration>
              <appender name="stdout" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d{HH:mm:ss.SSS} [%thread] %-5level %logger{36} - %msg%n</pattern></encoder>
              </appender>
              <logger name="org.kairosdb.datastore.h2.orm" level="WARN"/>
              <logger name="com.sun.jersey" level="WARN"/>
              <root level="INFO"><appender-ref ref="stdout"/></root>
            </configuration>
            """;

    private KairosConfig() {}

    /** Each instance needs a folder of its own: KairosDB loads every configuration file that it finds there. */
    static List<String> properties(Path dir, int port) {
        return List.of(
                "kairosdb.jetty.address=127.0.0.1",
                "kairosdb.jetty.port=" + port,
                "kairosdb.jetty.static_web_root=" + dir.resolve("webroot"),
                "kairosdb.service.telnet=<disabled>",
                "kairosdb.service.datastore=org.kairosdb.datastore.h2.H2Module",
                "kairosdb.datastore.h2.database_path=" + dir.resolve("h2"),
                "kairosdb.query_cache.cache_dir=" + dir.resolve("cache"),
                "kairosdb.queue_processor.class=org.kairosdb.core.queue.MemoryQueueProcessor",
                "kairosdb.queue_processor.queue_path=" + dir.resolve("queue"),
                // Else metricnames lists more than a test wrote: what it measures every minute and at every query.
                "kairosdb.service.reporter=<disabled>",
                "kairosdb.queries.aggregate_stats=true");
    }
}
