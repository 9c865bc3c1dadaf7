package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.metricgateway.config.Dialect;
import org.metricgateway.metric.Body;
import org.metricgateway.metric.UnreadableRequest;

/** Gzipped writes, as bytes that can be read, within {@code gateway.limit.body} and {@code gateway.limit.bytes}. */
final class Inflater {

    private static final int STEP = 64 * 1024;

    private final Edge edge;

    Inflater(Edge edge) {
        this.edge = edge;
    }

    /** By {@code Content-Encoding}, or for KairosDB by its own {@code Content-Type: application/gzip}. */
    static boolean isGzipped(Received received) {
        String encoding = received.headers().get(HttpHeaderNames.CONTENT_ENCODING);
        String type = received.headers().get(HttpHeaderNames.CONTENT_TYPE);
        return encoding != null && encoding.trim().equalsIgnoreCase("gzip")
                || type != null
                        && received.dialect() == Dialect.KAIROSDB
                        && type.regionMatches(true, 0, "application/gzip", 0, 16);
    }

    /** A body that the request keeps until it is over. */
    Body inflated(Received received) {
        ByteBuf inflated = received.client.alloc().buffer();
        try (InputStream gzip =
                new GZIPInputStream(new ByteBufInputStream(received.content().duplicate()), STEP)) {
            byte[] step = new byte[STEP];
            for (int read = gzip.read(step); read >= 0; read = gzip.read(step)) {
                grow(received, inflated, read);
                inflated.writeBytes(step, 0, read);
            }
            received.lease().keep(inflated);
            return new BufferBody(inflated);
        } catch (ZipException | EOFException e) {
            inflated.release();
            throw new UnreadableRequest("the body is not in gzip format, though its headers say so");
        } catch (IOException | RuntimeException e) {
            inflated.release();
            throw e instanceof RuntimeException runtime
                    ? runtime
                    : new UnreadableRequest("the body cannot be inflated");
        }
    }

    private void grow(Received received, ByteBuf inflated, int more) {
        if (inflated.readableBytes() + (long) more > edge.settings().limits().body()) {
            throw new BodyTooLarge(edge.settings().limits().body());
        }
        if (!received.lease().take(edge.bytes(), more)) {
            throw new NoRoom();
        }
    }
}
