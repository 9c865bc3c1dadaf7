package org.metricgateway.metric;

/**
 * One line after another of a body in line protocol, and the measurement of each, as InfluxDB 1.x reads them. It keeps nothing of
 * those before.
 *
 * @see <a href="https://docs.influxdata.com/influxdb/v1/write_protocols/line_protocol_reference/">InfluxDB: line protocol</a>
 */
final class Lines {

    private final LineBytes bytes;
    private final Measurement measurement;
    private int from;
    private boolean point;
    private boolean named;

    /** @param longest bytes of a measurement's name */
    Lines(Body body, int longest) {
        this.bytes = new LineBytes(body);
        this.measurement = new Measurement(longest);
    }

    /**
     * Moves to the next line; false behind the last.
     *
     * @throws UnreadableRequest if its measurement is too long
     */
    boolean next() {
        if (bytes.atEnd()) {
            return false;
        }
        from = bytes.offset();
        bytes.begin();
        int first = bytes.skipBlanks(bytes.next());
        point = first != LineBytes.END && first != '#';
        named = point && first != ',' && measurement.read(bytes, first);
        bytes.skipRest();
        return true;
    }

    /** Its first byte in the body. */
    int from() {
        return from;
    }

    /** The byte behind it and its newline. */
    int to() {
        return bytes.offset();
    }

    /** Whether it should be a point: it is neither blank nor a comment. */
    boolean isPoint() {
        return point;
    }

    /** Whether it has a measurement. */
    boolean isNamed() {
        return named;
    }

    /** Whether it has what looks like a field: if not, no InfluxDB can read it. */
    boolean hasField() {
        return bytes.hasField();
    }

    /** Its measurement, unescaped; the same string for lines of one that follow each other. */
    String name() {
        return measurement.name();
    }
}
