package org.metricgateway.bench.peer;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.metricgateway.support.ChildJvm;
import org.metricgateway.support.ChildProcess;
import org.metricgateway.support.Command;
import org.metricgateway.support.GatewayProcess;
import org.metricgateway.support.Ports;

/** What one case needs: a backend and who is measured in front of it, on free ports, until the case is over. */
public final class Stage implements AutoCloseable {

    private static final String BUSY = "in use";

    private final Path dir;
    private final Answers answers;
    private final Deque<Runnable> ending = new ArrayDeque<>();
    private final Server backend;

    /** @param dir for what they write */
    public Stage(Path dir, Answers answers) {
        this.dir = dir;
        this.answers = answers;
        int port = Ports.free();
        this.backend = nginx("backend", port, NginxConfig.backend(port, answers.root()));
    }

    /** A backend for whatever a case asks. */
    public Server backend() {
        return backend;
    }

    /** nginx in front of these, one worker. */
    public Server nginx(List<String> backends) {
        int port = Ports.free();
        return nginx("nginx-" + port, port, NginxConfig.relay(port, backends));
    }

    /** HAProxy in front of the backend, one thread. */
    public Server haproxy() {
        int port = Ports.free();
        Path config = answers.folder(dir.resolve("haproxy")).resolve("haproxy.cfg");
        answers.write(config, NginxConfig.haproxy(port, backend.port()));
        String program = Command.ofSystem("haproxy", "haproxy");
        return serving(
                port, ChildProcess.start("HAProxy", config.getParent(), program, "-db", "-f", config.toString()));
    }

    /** A bare Netty relay in front of the backend, one event loop. */
    public Server netty(String... flags) {
        BareRelay.Running relay = BareRelay.start(answers.folder(dir.resolve("netty")), backend.port(), flags);
        ending.push(relay::close);
        return relay.server();
    }

    /** Spring Cloud Gateway in front of the backend, one event loop. */
    public Server spring(String... flags) {
        int port = Ports.free();
        List<String> command = new ArrayList<>(List.of(flags));
        command.addAll(List.of("-Dreactor.netty.ioWorkerCount=1", "-jar", System.getProperty("spring.jar")));
        command.addAll(List.of("--server.port=" + port, "--bench.backend=" + backend.url()));
        return serving(port, ChildJvm.start("Spring", answers.folder(dir.resolve("spring-run")), command, Map.of()));
    }

    /** @param properties without those that say where to listen */
    public Server gateway(String properties, String... flags) {
        GatewayProcess gateway = GatewayProcess.start(dir.resolve("gateway-" + ending.size()), properties, flags);
        ending.push(gateway::close);
        return new Server(gateway.url(), gateway.pid());
    }

    private Server nginx(String name, int port, String config) {
        Path folder = answers.folder(dir.resolve(name));
        answers.write(folder.resolve("nginx.conf"), config);
        String program = Command.ofSystem("nginx", "nginx-light");
        String prefix = folder.toAbsolutePath().toString();
        return serving(
                port, ChildProcess.start(name, folder, program, "-p", prefix, "-e", "error.log", "-c", "nginx.conf"));
    }

    private Server serving(int port, ChildProcess process) {
        ending.push(process::stop);
        String url = "http://127.0.0.1:" + port;
        process.awaitStatus(url + "/1/", 200, BUSY);
        return new Server(url, process.pid());
    }

    @Override
    public void close() {
        while (!ending.isEmpty()) {
            ending.pop().run();
        }
    }
}
