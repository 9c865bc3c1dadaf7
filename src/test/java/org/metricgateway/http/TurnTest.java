package org.metricgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnTest {

    private final EventLoopGroup loops = new NioEventLoopGroup(1);
    private final EventLoop loop = loops.next();
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    @Test
    void flushesInOrderAfterTheWorkOfTheTurn() throws Exception {
        turn(() -> {
            later("first");
            later("second");
            done.add("work");
        });

        assertThat(done).containsExactly("work", "first", "second");
    }

    @Test
    void flushesInEachTurn() throws Exception {
        turn(() -> later("first"));
        turn(() -> later("second"));

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void flushesWhatAFlushBrings() throws Exception {
        turn(() -> Turn.of(loop).atEnd(() -> later("brought")));
        loop.submit(() -> done.add("next turn")).get();

        assertThat(done).containsExactly("brought", "next turn");
    }

    @Test
    void flushesTheOthersWhenOneFails() throws Exception {
        turn(() -> {
            Turn.of(loop).atEnd(() -> {
                throw new IllegalStateException("as it should");
            });
            later("other");
        });
        loop.submit(() -> {}).get();

        assertThat(done).containsExactly("other");
    }

    @Test
    void looksAtTheClockOnceATurn() throws Exception {
        long[] read = new long[3];
        turn(() -> {
            read[0] = Turn.of(loop).now();
            read[1] = Turn.of(loop).now();
        });
        turn(() -> read[2] = Turn.of(loop).now());

        assertThat(read[1]).isEqualTo(read[0]);
        assertThat(read[2]).isGreaterThan(read[0]);
    }

    @Test
    void sendsAMessageAtTheEndOfTheTurn() {
        EmbeddedChannel channel = new EmbeddedChannel();

        channel.eventLoop().execute(() -> Turn.send(channel, "message"));

        assertThat(channel.outboundMessages()).isEmpty();
        channel.runPendingTasks();
        assertThat((String) channel.readOutbound()).isEqualTo("message");
    }

    private void later(String name) {
        Turn.of(loop).atEnd(() -> done.add(name));
    }

    /** And all that it left for later. */
    private void turn(Runnable work) throws Exception {
        loop.submit(work).get();
        loop.submit(() -> {}).get();
    }
}
