package org.metricgateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Loads and links the classes of libraries before the start comes to them, on a second core: a start is mostly that, and takes a
 * tenth less. Their list is made by {@code src/deploy/ahead.sh}; a class that it lacks costs time and nothing else. No class is
 * initialized: that stays where it belongs.
 */
final class Ahead {

    static final String LIST = "/metric-gateway/ahead.txt";

    /** Begins with its first class: in an ahead-of-time cache Java has linked that, and all others, before anything runs. */
    private static final String LATER = "io.netty.channel";

    private Ahead() {}

    static void begin() {
        if (Ahead.class.getClassLoader().getDefinedPackage(LATER) == null) {
            Thread thread = new Thread(Ahead::link, "ahead");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void link() {
        try (InputStream list = Ahead.class.getResourceAsStream(LIST);
                BufferedReader names = new BufferedReader(new InputStreamReader(list, StandardCharsets.US_ASCII))) {
            for (String name = names.readLine(); name != null; name = names.readLine()) {
                link(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(String name) {
        try {
            // To look at its constructors, Java links it.
            Class.forName(name, false, Ahead.class.getClassLoader()).getDeclaredConstructors();
        } catch (ClassNotFoundException | LinkageError e) {
            // Another Java or another version of a library; whoever does need it will say so.
        }
    }
}
