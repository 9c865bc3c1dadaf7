package org.metricgateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Which versions run here. */
final class Version {

    private Version() {}

    static String ours() {
        return "metric-gateway %s (Camel %s, Netty %s, Java %s)"
                .formatted(gateway(), of("org.apache.camel/camel-api"), of("io.netty/netty-common"), Runtime.version());
    }

    private static String gateway() {
        String manifest = Version.class.getPackage().getImplementationVersion();
        return manifest == null ? "unpackaged" : manifest;
    }

    /** As Maven writes it into each jar. */
    private static String of(String artifact) {
        try (InputStream in = Version.class.getResourceAsStream("/META-INF/maven/" + artifact + "/pom.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
