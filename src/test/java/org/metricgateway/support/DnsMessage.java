package org.metricgateway.support;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A query as it came over the wire, and what can be answered to it. */
final class DnsMessage {

    static final int NO_ERROR = 0;
    static final int SERVER_FAILURE = 2;
    static final int NO_SUCH_NAME = 3;

    /** An answer, authoritative, recursion desired and available. */
    private static final int FLAGS = 0x8580;

    private static final int HEADER = 12;

    /** Stands for the name of the question. */
    private static final int SAME_NAME = 0xC000 | HEADER;

    private static final int INTERNET = 1;

    private final int id;
    private final Question question;

    /**
     * @param name without the dot at its end
     * @param type its number
     */
    record Question(String name, int type) {}

    DnsMessage(byte[] query) {
        ByteBuffer in = ByteBuffer.wrap(query);
        id = in.getShort();
        in.position(HEADER);
        StringBuilder name = new StringBuilder();
        for (int length = in.get(); length > 0; length = in.get()) {
            byte[] label = new byte[length];
            in.get(label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        question = new Question(name.toString().toLowerCase(Locale.ROOT), in.getShort());
    }

    Question question() {
        return question;
    }

    byte[] answer(int code, List<byte[]> records) {
        return written(out -> {
            out.writeShort(id);
            out.writeShort(FLAGS | code);
            out.writeShort(1);
            out.writeShort(records.size());
            out.writeInt(0);
            write(question.name(), out);
            out.writeShort(question.type());
            out.writeShort(INTERNET);
            for (byte[] record : records) {
                out.writeShort(SAME_NAME);
                out.writeShort(question.type());
                out.writeShort(INTERNET);
                // To be kept for no time.
                out.writeInt(0);
                out.writeShort(record.length);
                out.write(record);
            }
        });
    }

    static byte[] address(String text) {
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param text {@code priority weight port target} */
    static byte[] service(String text) {
        String[] words = text.split(" ");
        return written(out -> {
            for (int i = 0; i < 3; i++) {
                out.writeShort(Integer.parseInt(words[i]));
            }
            write(words[3], out);
        });
    }

    private static void write(String name, DataOutputStream out) throws IOException {
        for (String label : name.split("[.]")) {
            out.writeByte(label.length());
            out.writeBytes(label);
        }
        out.writeByte(0);
    }

    @FunctionalInterface
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
