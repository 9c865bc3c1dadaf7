package org.metricgateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.metricgateway.config.Fault;
import org.metricgateway.config.HostPort;
import org.metricgateway.config.InvalidSettings;
import org.metricgateway.config.Settings;

/** Whether the gateway can listen where it should. Netty's own failure names neither the port nor the key. */
final class Listening {

    private Listening() {}

    /** @throws InvalidSettings naming each address that cannot be listened on */
    static void check(Settings settings) {
        List<Fault> faults = new ArrayList<>();
        check("gateway.listen", settings.listen(), faults);
        check("gateway.admin.listen", settings.adminListen(), faults);
        if (!faults.isEmpty()) {
            throw new InvalidSettings(faults);
        }
    }

    private static void check(String key, HostPort where, List<Fault> faults) {
        try (ServerSocketChannel socket = ServerSocketChannel.open()) {
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            socket.bind(new InetSocketAddress(where.host(), where.port()));
        } catch (IOException e) {
            faults.add(new Fault(
                    key, "cannot listen on " + where + ": " + e.getMessage(), "choose another, or end who has it", ""));
        }
    }
}
