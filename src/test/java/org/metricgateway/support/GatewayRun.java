package org.metricgateway.support;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The gateway's program run to an end that comes by itself.
 *
 * @param status its exit status
 * @param output all that it printed
 */
public record GatewayRun(int status, String output) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** In a working directory that holds what it reads. */
    public static GatewayRun in(Path dir, String... arguments) {
        List<String> command = new ArrayList<>(GatewayProcess.program());
        command.addAll(List.of(arguments));
        ChildJvm jvm = ChildJvm.start("the gateway", dir, command, Map.of());
        if (!jvm.endedWithin(PATIENCE)) {
            jvm.kill();
            throw new IllegalStateException("it goes on running: " + jvm.log());
        }
        return new GatewayRun(jvm.stop(), jvm.log());
    }
}
