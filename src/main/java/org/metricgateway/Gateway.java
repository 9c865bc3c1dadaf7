package org.metricgateway;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.apache.camel.main.Main;
import org.metricgateway.config.Configuration;
import org.metricgateway.config.Fault;
import org.metricgateway.config.InvalidSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code java -jar metric-gateway.jar}: Camel Main with the gateway's routes. */
public final class Gateway {

    private Gateway() {}

    public static void main(String[] args) throws Exception {
        List<String> warnings = Logging.start();
        OptionalInt exit = CommandLine.run(args, System.out, System.err);
        System.exit(exit.isPresent() ? exit.getAsInt() : serve(warnings));
    }

    private static int serve(List<String> warnings) throws Exception {
        Logger log = LoggerFactory.getLogger(Gateway.class);
        warnings.forEach(log::warn);
        try {
            Configuration configuration = Configuration.load();
            configuration.warnings().forEach(log::warn);
            Main main = main(configuration.source());
            main.run();
            return main.getExitCode();
        } catch (InvalidSettings e) {
            e.faults().stream().map(Fault::toString).forEach(log::error);
            return 1;
        }
    }

    private static Main main(String file) {
        Main main = new Main(Gateway.class);
        String location = file.startsWith("classpath:") ? file : "file:" + file;
        // The routes are files: there are none among the classes.
        main.configure().setBasePackageScanEnabled(false);
        main.setPropertyPlaceholderLocations(location + ",classpath:metric-gateway/application.properties");
        main.addOverrideProperty("camel.main.routes-include-pattern", RouteFiles.pattern(Path.of("routes")));
        return main;
    }
}
