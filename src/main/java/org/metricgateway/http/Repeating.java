package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.metricgateway.backend.Repeatable;
import org.metricgateway.metric.InfluxQuery;
import org.metricgateway.metric.UnreadableRequest;
import org.metricgateway.routing.InfluxOperation;
import org.metricgateway.routing.KairosOperation;

/** Whether a request may be sent again, as its path and method tell. It is looked at only when that is in question. */
final class Repeating {

    private static final int SMALL = 256 * 1024;

    private Repeating() {}

    static Repeatable of(Received request) {
        return switch (request.dialect()) {
            case KAIROSDB -> ofKairosdb(request);
            // With InfluxDB a GET can create a database: what a request says counts, not its method.
            case INFLUXDB -> ofInfluxdb(request);
            default -> byMethod(request.method().name());
        };
    }

    private static Repeatable ofInfluxdb(Received request) {
        return switch ((InfluxOperation) request.operation()) {
            case WRITE, WRITE_V2 -> RepeatedLines.of(request);
            case QUERY -> changes(request) ? Repeatable.ONCE : Repeatable.READ;
            case PING, HOME -> Repeatable.READ;
            case FLUX -> Repeatable.ONCE;
        };
    }

    /** Whether statements change anything, or cannot be known not to. */
    private static boolean changes(Received request) {
        try {
            InfluxQuery query = request.statements() == null
                    ? InfluxQuery.of(InfluxForm.of(request).value("q"))
                    : request.statements().query();
            return !query.isRead();
        } catch (UnreadableRequest e) {
            return true;
        }
    }

    private static Repeatable ofKairosdb(Received request) {
        String method = request.method().name();
        if (!(request.operation() instanceof KairosOperation operation)) {
            return byMethod(method);
        }
        return switch (operation) {
            case QUERY, QUERY_TAGS -> saves(request) ? Repeatable.ONCE : Repeatable.READ;
            default ->
                isRead(method)
                        ? Repeatable.READ
                        : operation.isRepeatable(method) ? Repeatable.REPEATABLE : Repeatable.ONCE;
        };
    }

    /** Whether a query writes its result, or cannot be known not to: nobody reads one that has {@code X-METRICNAME}. */
    private static boolean saves(Received request) {
        if (request.mentions() != null) {
            return request.mentions().saving();
        }
        ByteBuf body = request.content();
        if (!request.method().name().equals("POST") || body.readableBytes() > SMALL) {
            return true;
        }
        String text = body.toString(StandardCharsets.UTF_8);
        return text.contains("save_as") || text.contains("\\u");
    }

    private static Repeatable byMethod(String method) {
        if (isRead(method)) {
            return Repeatable.READ;
        }
        return method.equals("PUT") || method.equals("DELETE") ? Repeatable.REPEATABLE : Repeatable.ONCE;
    }

    private static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }
}
