package org.metricgateway.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A client that sends any bytes at all. What does not come within half a minute is an error. */
public final class RawClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How a connection ended. */
    public enum Ending {
        CLOSED,
        RESET
    }

    private final Socket socket = new Socket();
    private final InputStream in;

    private RawClient(String host, int port, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    public static RawClient connect(String url) throws IOException {
        return connect(url, 0);
    }

    /** @param receiveBuffer a small one makes a slow reader felt soon */
    public static RawClient connect(String url, int receiveBuffer) throws IOException {
        URI uri = URI.create(url);
        return new RawClient(uri.getHost(), uri.getPort(), receiveBuffer);
    }

    public RawClient send(String raw) throws IOException {
        return send(Wire.latin(raw));
    }

    public RawClient send(byte[] raw) throws IOException {
        socket.getOutputStream().write(raw);
        return this;
    }

    /** The next answer on this connection; an interim one ({@code 100}) counts. */
    public Answer answer() throws IOException {
        return answer(true);
    }

    /** The next answer, which has no body, whatever its head says. */
    public Answer answerToHead() throws IOException {
        return answer(false);
    }

    private Answer answer(boolean withBody) throws IOException {
        String head = Wire.head(in);
        int status = Integer.parseInt(head.split(" ")[1]);
        Map<String, List<String>> headers = Wire.headers(head);
        boolean bare = !withBody || status < 200 || status == 204 || status == 304;
        return new Answer(status, headers, bare ? new byte[0] : Wire.body(in, headers, Wire.Unframed.UNTIL_CLOSED));
    }

    /** The next bytes as they are, for one who reads slowly or does not believe in messages; -1 at the end. */
    public int read(byte[] into) throws IOException {
        return in.read(into);
    }

    /** How many bytes can be read at once. */
    public int available() throws IOException {
        return in.available();
    }

    /** Waits for the end, ignoring what comes before. */
    public Ending ending() throws IOException {
        try {
            in.transferTo(OutputStream.nullOutputStream());
            return Ending.CLOSED;
        } catch (SocketException e) {
            return Ending.RESET;
        }
    }

    /** Nothing more will be sent; answers may still come. */
    public void finish() throws IOException {
        socket.shutdownOutput();
    }

    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
