package org.metricgateway.support;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a {@link ScriptedBackend} does, request by request. */
public final class Script {

    private static final Reply NOTHING = with -> {};

    private final Queue<Reply> atConnect = new ConcurrentLinkedQueue<>();
    private final Queue<Reply> atHead = new ConcurrentLinkedQueue<>();
    private final Queue<Reply> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Reply> probes = new ConcurrentLinkedQueue<>();
    private volatile Function<Request, Reply> otherwise = request -> Reply.json(200, "{}");
    private volatile Reply probesOtherwise = Reply.noContent();
    private volatile boolean keepsProbes;

    /** Answers the next requests, one each, whatever connection they come by. */
    public Script next(Reply... replies) {
        answers.addAll(List.of(replies));
        return this;
    }

    /** Answers what {@link #next} leaves. */
    public Script always(Reply reply) {
        return alwaysBy(request -> reply);
    }

    /** The same, where the answer depends on the request. */
    public Script alwaysBy(Function<Request, Reply> replies) {
        otherwise = replies;
        return this;
    }

    /** Done as soon as the next connections are there, one each, before anything is read. */
    public Script atConnect(Reply... replies) {
        atConnect.addAll(List.of(replies));
        return this;
    }

    /** Done once the heads of the next requests are there, one each, before their bodies are read. */
    public Script atHead(Reply... replies) {
        atHead.addAll(List.of(replies));
        return this;
    }

    /** Answers the next probes of the gateway's, one each. */
    public Script nextProbes(Reply... replies) {
        probes.addAll(List.of(replies));
        return this;
    }

    /** Answers what {@link #nextProbes} leaves; it is 204 until this says otherwise. */
    public Script probes(Reply reply) {
        probesOtherwise = reply;
        return this;
    }

    /** From now on a connection takes more than one probe. */
    public Script keepsProbes() {
        keepsProbes = true;
        return this;
    }

    /** One request, and the end, unless it keeps them. */
    void playProbe(Conversation conversation, int connection, Consumer<Request> heard) throws IOException {
        do {
            heard.accept(listen(conversation, Wire.head(conversation.in()), connection));
            from(probes, probesOtherwise).play(conversation);
        } while (keepsProbes && !conversation.over());
        conversation.close();
    }

    void play(Conversation conversation, int connection, Consumer<Request> heard) throws IOException {
        from(atConnect, NOTHING).play(conversation);
        while (!conversation.over()) {
            String head = Wire.head(conversation.in());
            from(atHead, NOTHING).play(conversation);
            Request request = listen(conversation, head, connection);
            heard.accept(request);
            from(answers, with -> otherwise.apply(request).play(with)).play(conversation);
        }
    }

    private static Request listen(Conversation conversation, String head, int connection) throws IOException {
        if (conversation.over()) {
            throw new EOFException("as the script says");
        }
        Map<String, List<String>> headers = Wire.headers(head);
        return new Request(connection, head, Wire.body(conversation.in(), headers, Wire.Unframed.EMPTY));
    }

    private static Reply from(Queue<Reply> replies, Reply otherwise) {
        Reply reply = replies.poll();
        return reply == null ? otherwise : reply;
    }
}
