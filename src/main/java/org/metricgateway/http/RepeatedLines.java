package org.metricgateway.http;

import io.netty.buffer.ByteBufInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.metricgateway.backend.Repeatable;
import org.metricgateway.metric.Body;
import org.metricgateway.metric.LineTimes;

/** Whether lines may be written again: they may if each says its time. They are looked at only when that is in question. */
final class RepeatedLines {

    /** In bytes: some milliseconds' reading. What is longer is not looked at. */
    private static final int LONGEST = 1 << 20;

    private RepeatedLines() {}

    /** As the client sent them. */
    static Repeatable of(Received request) {
        if (request.readFrom() != null) {
            return of(request.readFrom());
        }
        return Inflater.isGzipped(request) ? ofGzipped(request) : of(new BufferBody(request.content()));
    }

    static Repeatable of(Body lines) {
        return lines.length() <= LONGEST && LineTimes.areGiven(lines) ? Repeatable.REPEATABLE : Repeatable.ONCE;
    }

    private static Repeatable ofGzipped(Received request) {
        try (InputStream gzip =
                new GZIPInputStream(new ByteBufInputStream(request.content().duplicate()))) {
            return of(new TextBody(gzip.readNBytes(LONGEST + 1)));
        } catch (IOException e) {
            return Repeatable.ONCE;
        }
    }
}
