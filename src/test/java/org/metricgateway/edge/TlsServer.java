package org.metricgateway.edge;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.metricgateway.support.Command;

/** An HTTPS server with a certificate of its own making, signed by itself. */
final class TlsServer implements AutoCloseable {

    /** Of its answers: larger than what the gateway keeps. */
    static final int SIZE = 200_000;

    private static final String PASSWORD = "changeit";

    private final HttpsServer server;
    private final Path certificate;
    private final AtomicInteger requests = new AtomicInteger();

    private TlsServer(HttpsServer server, Path certificate) {
        this.server = server;
        this.certificate = certificate;
        server.createContext("/", exchange -> {
            String agent = exchange.getRequestHeaders().getFirst("User-Agent");
            requests.addAndGet("metric-gateway-probe".equals(agent) ? 0 : 1);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, SIZE);
            exchange.getResponseBody().write(new byte[SIZE]);
            exchange.close();
        });
        server.start();
    }

    /**
     * @param store to be made
     * @param names that its certificate bears, as keytool wants them
     */
    static TlsServer start(Path store, String names) throws IOException, GeneralSecurityException {
        Command.run(
                Command.ofJdk("keytool"),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "server",
                "-dname",
                "CN=server",
                "-ext",
                "san=" + names,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        return new TlsServer(server, pem(keys, store));
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static Path pem(KeyStore keys, Path store) throws IOException, GeneralSecurityException {
        String lines = Base64.getMimeEncoder()
                .encodeToString(keys.getCertificate("server").getEncoded());
        String pem = "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
        return Files.writeString(store.resolveSibling(store.getFileName() + ".pem"), pem);
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What vouches for it. */
    Path certificate() {
        return certificate;
    }

    /** Without the gateway's probes. */
    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
