package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.metricgateway.metric.LineTimes;
import org.metricgateway.metric.Precision;
import org.metricgateway.routing.InfluxOperation;

/** The time at which an InfluxDB write was received, for its lines that have none. */
final class Stamp {

    private final byte[] text;

    private Stamp(long timestamp) {
        this.text = (" " + timestamp).getBytes(StandardCharsets.US_ASCII);
    }

    /** In the precision of the request. */
    static Stamp of(Received received) {
        String parameter = QueryString.parameter(received.query(), "precision");
        Precision precision =
                received.operation() == InfluxOperation.WRITE_V2 ? Precision.ofV2(parameter) : Precision.of(parameter);
        return new Stamp(precision.timestamp(Instant.now().minusNanos(received.age())));
    }

    /** How many bytes it adds to these lines. */
    int lengthFor(ByteBuf lines) {
        int[] added = {0};
        LineTimes.missing(new BufferBody(lines), place -> added[0] += text.length);
        return added[0];
    }

    /** Copies lines, each with a timestamp then. */
    void copy(ByteBuf lines, ByteBuf into) {
        ByteBuf from = lines.duplicate();
        LineTimes.missing(new BufferBody(lines), place -> {
            into.writeBytes(from, lines.readerIndex() + place - from.readerIndex());
            into.writeBytes(text);
        });
        into.writeBytes(from);
    }
}
