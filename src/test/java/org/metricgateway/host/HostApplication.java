package org.metricgateway.host;

import org.apache.camel.main.Main;

/** An application of somebody else, which has the gateway as a library. */
public final class HostApplication {

    private HostApplication() {}

    public static void main(String[] arguments) throws Exception {
        new Main().run(arguments);
    }
}
