package org.metricgateway;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SIGTERM and SIGINT: the first one stops the gateway in good order, the second one ends it at once. */
final class Signals {

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final List<String> STOPPING = List.of("TERM", "INT");
    /** What shells add to a signal's number, for the status of a process that it ended. */
    private static final int ENDED_BY = 128;

    private final Runnable stop;
    private final AtomicBoolean stopping = new AtomicBoolean();

    private Signals(Runnable stop) {
        this.stop = stop;
    }

    /**
     * @param stop begins to stop the gateway, and returns at once
     * @return whether Java lets the gateway have them
     */
    static boolean handle(Runnable stop) {
        Signals signals = new Signals(stop);
        try {
            for (String name : STOPPING) {
                signals.handle(name);
            }
            return true;
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            LOG.debug("Java keeps the signals to itself", e);
            return false;
        }
    }

    /** By reflection: the compiler warns of {@code sun.misc}, though every Java has had it. */
    private void handle(String name) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object self =
                Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, (of, call, with) -> {
                    received(name, (int) signal.getMethod("getNumber").invoke(with[0]));
                    return null;
                });
        Object instance = signal.getConstructor(String.class).newInstance(name);
        signal.getMethod("handle", signal, handler).invoke(null, instance, self);
    }

    private void received(String name, int number) {
        if (stopping.compareAndSet(false, true)) {
            LOG.info("SIG{}: stopping; a second one ends the gateway at once", name);
            stop.run();
        } else {
            LOG.warn("SIG{}: ends at once", name);
            Logging.stop();
            Runtime.getRuntime().halt(ENDED_BY + number);
        }
    }
}
