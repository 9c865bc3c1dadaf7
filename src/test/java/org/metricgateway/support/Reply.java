package org.metricgateway.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** What a {@link ScriptedBackend} does at one point of a conversation. */
@FunctionalInterface
public interface Reply {

    void play(Conversation with) throws IOException;

    default Reply then(Reply next) {
        return with -> {
            play(with);
            if (with.open()) {
                next.play(with);
            }
        };
    }

    /** Exactly these bytes, and the connection stays open. */
    static Reply bytes(String raw) {
        return with -> with.write(Wire.latin(raw));
    }

    static Reply json(int status, String body) {
        return json(status, body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply json(int status, byte[] body) {
        String head = "HTTP/1.1 " + status + " Scripted\r\nContent-Type: application/json\r\nContent-Length: ";
        return bytes(head + body.length + "\r\n\r\n").then(with -> with.write(body));
    }

    static Reply noContent() {
        return bytes("HTTP/1.1 204 No Content\r\n\r\n");
    }

    /** One byte at a time. */
    static Reply slowly(String raw, Duration pause) {
        return with -> {
            for (byte b : Wire.latin(raw)) {
                if (with.peerLeavesWithin(pause)) {
                    return;
                }
                with.write(new byte[] {b});
            }
        };
    }

    /** A body with its length announced, made on the way. */
    static Reply large(long length) {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
        return bytes(head).then(with -> {
            byte[] block = new byte[8192];
            for (long left = length; left > 0; left -= block.length) {
                with.write(left < block.length ? new byte[(int) left] : block);
            }
        });
    }

    /** A chunked body that ends when the peer leaves. */
    static Reply endless() {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        return bytes(head).then(with -> {
            byte[] chunk = ("2000\r\n" + "x".repeat(8192) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            while (with.open()) {
                with.write(chunk);
            }
        });
    }

    /** Nothing, until the peer leaves. */
    static Reply silence() {
        return Conversation::awaitPeerGone;
    }

    /** Nothing, until the test says so or the peer leaves. */
    static Reply once(CountDownLatch told) {
        return with -> {
            while (told.getCount() > 0 && !with.peerLeavesWithin(Duration.ofMillis(10))) {
                Thread.onSpinWait();
            }
        };
    }

    /** The end of the connection in good order, announced or not. */
    static Reply close() {
        return Conversation::close;
    }

    /** The end of the connection by a reset. */
    static Reply reset() {
        return Conversation::reset;
    }
}
