package org.metricgateway;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
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

    private final CompletableFuture<List<String>> logging = Logging.begin();
    private Logger log;

    private Gateway() {}

    public static void main(String[] args) {
        // Netty samples its buffers for leaks unless told not to; the tests look at every one.
        System.getProperties().putIfAbsent("io.netty.leakDetection.level", "disabled");
        // Beans are made by reflection, each constructor called once: not worth the code that Java writes for each.
        System.getProperties().putIfAbsent("jdk.reflect.useNativeAccessorOnly", "true");
        Gateway gateway = new Gateway();
        OptionalInt exit = CommandLine.run(args, System.out, System.err);
        int status = exit.isPresent() ? exit.getAsInt() : gateway.serve();
        gateway.logging.join();
        Logging.stop();
        System.exit(status);
    }

    /** What can log. Log4j and the configuration know nothing of each other: the one starts while the other is read. */
    private Logger log() {
        if (log == null) {
            List<String> warnings = logging.join();
            log = LoggerFactory.getLogger(Gateway.class);
            warnings.forEach(log::warn);
        }
        return log;
    }

    private int serve() {
        Ahead.begin();
        try {
            Configuration configuration = Configuration.load();
            Listening.check(configuration.settings());
            log();
            return serve(configuration.source());
        } catch (InvalidSettings e) {
            e.faults().stream().map(Fault::toString).forEach(log()::error);
        } catch (Exception e) {
            log().error("the gateway cannot start: {}", StartFailure.text(e));
            log().debug("the gateway cannot start", e);
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
