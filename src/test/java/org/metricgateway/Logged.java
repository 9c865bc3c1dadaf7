package org.metricgateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process that logs as the gateway does: on each level what it reads, or only what was not understood, or a flood. */
final class Logged {

    /** More than Log4j keeps and a pipe takes together. */
    static final int FLOOD = 50_000;

    private Logged() {}

    public static void main(String[] arguments) throws IOException {
        List<String> warnings = Logging.start();
        Logger logger = LoggerFactory.getLogger(Logged.class);
        warnings.forEach(logger::warn);
        if (arguments[0].equals("all")) {
            String message = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
            logger.error("{}", message, new IllegalStateException(message));
            logger.warn("{}", message);
            logger.info("{}", message);
            logger.debug("{}", message);
            logger.trace("{}", message);
            LoggerFactory.getLogger("io.netty.channel").info("{}", message);
            LoggerFactory.getLogger("io.netty.channel").warn("{}", message);
        }
        if (arguments[0].equals("flood")) {
            IntStream.range(0, FLOOD).forEach(i -> logger.warn("{} of a flood", i));
        }
        Logging.stop();
    }
}
