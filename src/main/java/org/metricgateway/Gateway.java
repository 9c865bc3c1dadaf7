package org.metricgateway;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.metricgateway.config.Configuration;
import org.metricgateway.config.Fault;
import org.metricgateway.config.InvalidSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code java -jar metric-gateway.jar}: Camel Main with the gateway's routes. */
public final class Gateway {

    private static final int FAILED = 1;

    private Gateway() {}

    public static void main(String[] args) {
        // Netty samples its buffers for leaks unless told not to; the tests look at every one.
        System.getProperties().putIfAbsent("io.netty.leakDetection.level", "disabled");
        // Beans are made by reflection, each constructor called once: not worth the code that Java writes for each.
        System.getProperties().putIfAbsent("jdk.reflect.useNativeAccessorOnly", "true");
        List<String> warnings = Logging.start();
        OptionalInt exit = CommandLine.run(args, System.out, System.err);
        int status = exit.isPresent() ? exit.getAsInt() : serve(warnings);
        Logging.stop();
        System.exit(status);
    }

    private static int serve(List<String> warnings) {
        Logger log = LoggerFactory.getLogger(Gateway.class);
        warnings.forEach(log::warn);
        try {
            Configuration configuration = Configuration.load();
            configuration.warnings().forEach(log::warn);
            Listening.check(configuration.settings());
            return serve(configuration.source());
        } catch (InvalidSettings e) {
            e.faults().stream().map(Fault::toString).forEach(log::error);
        } catch (Exception e) {
            log.error("the gateway cannot start: {}", StartFailure.text(e));
            log.debug("the gateway cannot start", e);
        }
        return FAILED;
    }

    private static int serve(String file) throws Exception {
        Main main = new RoutesOnce(RouteFiles.pattern(Path.of("routes")));
        String location = file.startsWith("classpath:") ? file : "file:" + file;
        // The routes are files: there are none among the classes.
        main.configure().setBasePackageScanEnabled(false);
        main.setPropertyPlaceholderLocations(location + ",classpath:metric-gateway/application.properties");
        if (Signals.handle(main::completed)) {
            // Camel's own way ends with the status of a process that was killed.
            main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        }
        main.run();
        return main.getExitCode();
    }
}
