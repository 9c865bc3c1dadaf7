package org.metricgateway.http;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;

/**
 * A message whose headers are those of an HTTP message, copied into Camel's map only when a route wants them all: a request that
 * no route looks at costs nothing.
 */
abstract class LazyMessage extends DefaultMessage {

    private final HttpHeaders wire;
    private boolean copied;

    LazyMessage(CamelContext context, HttpHeaders wire) {
        super(context);
        this.wire = wire;
    }

    /** The values that Camel knows by {@code Camel…} names. */
    abstract Object control(String name);

    abstract List<String> controls();

    /** Whether the headers may differ from the wire's by now. */
    boolean isCopied() {
        return copied;
    }

    @Override
    public Object getHeader(String name) {
        if (copied) {
            return super.getHeader(name);
        }
        return isCamels(name) ? control(name) : wire.get(name);
    }

    @Override
    public <T> T getHeader(String name, Class<T> type) {
        Object value = copied ? null : getHeader(name);
        return type.isInstance(value)
                ? type.cast(value)
                : copied || value != null ? super.getHeader(name, type) : absent(type);
    }

    @SuppressWarnings("unchecked")
    private static <T> T absent(Class<T> type) {
        return type == boolean.class ? (T) Boolean.FALSE : null;
    }

    @Override
    public void setHeader(String name, Object value) {
        // Camel's consumer offers channel and addresses with each request: nobody needs them as headers.
        if (copied || !name.startsWith("CamelNetty")) {
            super.setHeader(name, value);
        }
    }

    @Override
    public Object removeHeader(String name) {
        return copied || wire.contains(name) || isCamels(name) ? super.removeHeader(name) : null;
    }

    @Override
    protected void populateInitialHeaders(Map<String, Object> map) {
        copied = true;
        for (String name : wire.names()) {
            if (!isCamels(name)) {
                List<String> values = wire.getAll(name);
                map.put(name, values.size() == 1 ? values.get(0) : new ArrayList<>(values));
            }
        }
        for (String name : controls()) {
            Object value = control(name);
            if (value != null) {
                map.put(name, value);
            }
        }
    }

    @Override
    public void copyFromWithNewBody(Message that, Object body) {
        if (that != this && that.hasHeaders()) {
            getHeaders().clear();
        }
        super.copyFromWithNewBody(that, body);
    }

    /** A client's own {@code Camel…} headers must not steer a route. */
    static boolean isCamels(CharSequence name) {
        char first = name.isEmpty() ? ' ' : name.charAt(0);
        return (first == 'C' || first == 'c' || first == 'O' || first == 'o')
                && (AsciiString.regionMatches(name, true, 0, "Camel", 0, 5)
                        || AsciiString.regionMatches(name, true, 0, "org.apache.camel.", 0, 17));
    }

    /** What a route made of the headers, for the wire; the wire's own, not a copy, where no route touched them. */
    HttpHeaders forWire() {
        if (!copied) {
            return wire;
        }
        HttpHeaders headers = new DefaultHttpHeaders();
        getHeaders().forEach((name, value) -> {
            if (!isCamels(name) && value instanceof Iterable<?> values) {
                headers.add(name, values);
            } else if (!isCamels(name) && value != null) {
                headers.set(name, value.toString());
            }
        });
        return headers;
    }
}
