package org.metricgateway.support;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;

/** Writes the jars that Maven started it with into a file, for a JVM that is to be started later. */
final class OwnClassPath {

    private OwnClassPath() {}

    public static void main(String[] arguments) throws IOException, URISyntaxException {
        StringJoiner jars = new StringJoiner(File.pathSeparator);
        for (URL url : ((URLClassLoader) OwnClassPath.class.getClassLoader()).getURLs()) {
            Path path = Path.of(url.toURI());
            if (path.toString().endsWith(".jar")) {
                jars.add(path.toString());
            }
        }
        Files.writeString(Path.of(arguments[0]), jars.toString());
    }
}
