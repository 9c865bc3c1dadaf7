package org.metricgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricgateway.merge.QueryMerge;
import org.metricgateway.metric.GeneratedJson;

/** Shares that arrive in any pieces and any order are one answer, in the order of the query. */
final class ElementWriterTest {

    private final EmbeddedChannel client = new EmbeddedChannel();
    private final List<ByteBuf> given = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4_000})
    void writesElementsInTheirOrder(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 100; run++) {
            List<String> elements = GeneratedJson.elements(random, 1 + random.nextInt(12));
            // A long one fills what the client takes at once.
            elements = elements.stream()
                    .map(element -> random.nextInt(8) > 0 ? element : "{\"v\":[" + "[1,2.5],".repeat(9_000) + "0]}")
                    .toList();
            int[] owners = random.ints(elements.size(), 0, 4).toArray();
            assertThat(written(random, elements, owners))
                    .isEqualTo("{\"queries\":[" + String.join(",", elements) + "]}");
            assertThat(given).allMatch(buffer -> buffer.refCnt() == 0);
        }
    }

    /** Owner 3 is missing: what stands for its elements is their place. */
    private String written(Random random, List<String> elements, int[] owners) {
        ShareElements[] shares = new ShareElements[3];
        byte[][] answers = new byte[3][];
        for (int i = 0; i < 3; i++) {
            int owner = i;
            List<String> own = IntStream.range(0, owners.length)
                    .filter(place -> owners[place] == owner)
                    .mapToObj(elements::get)
                    .toList();
            shares[i] = new ShareElements(own.size());
            answers[i] = ("{\"queries\":[" + String.join(", ", own) + "]}\n").getBytes(StandardCharsets.UTF_8);
        }
        ShareElements[] places = new ShareElements[owners.length];
        for (int i = 0; i < owners.length; i++) {
            places[i] = owners[i] == 3 ? null : shares[owners[i]];
        }
        ElementWriter writer = new ElementWriter(client, places, elements::get);
        writer.open(QueryMerge.opening(false), null);
        return play(random, shares, answers, writer);
    }

    private String play(Random random, ShareElements[] shares, byte[][] answers, ElementWriter writer) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int[] sent = new int[3];
        // Some of it was collected before the merge turned out to be large.
        int cutFrom = random.nextInt(20);
        boolean over = false;
        for (int turn = 0; !over; turn++) {
            int i = random.nextInt(3);
            int next = Math.min(answers[i].length, sent[i] + random.nextInt(random.nextBoolean() ? 30 : 70_000));
            if (next > sent[i]) {
                ByteBuf piece = client.alloc().buffer().writeBytes(answers[i], sent[i], next - sent[i]);
                given.add(piece);
                shares[i].add(client, piece);
                sent[i] = next;
            } else if (sent[i] == answers[i].length && !shares[i].isEnded()) {
                shares[i].end();
            }
            if (turn >= cutFrom) {
                for (ShareElements share : shares) {
                    share.cut();
                }
                over = writer.advance(List.of(shares).stream().allMatch(ShareElements::isEnded));
                client.flush();
                take(body);
            }
        }
        assertThat(shares).allMatch(share -> share.held() == 0);
        return body.toString(StandardCharsets.UTF_8);
    }

    private void take(ByteArrayOutputStream body) {
        for (HttpContent content = client.readOutbound(); content != null; content = client.readOutbound()) {
            byte[] bytes = new byte[content.content().readableBytes()];
            content.content().readBytes(bytes);
            body.writeBytes(bytes);
            content.release();
        }
    }

    @Test
    void writesTheEndOnlyWhenEveryOwnerHasEnded() {
        ShareElements share = new ShareElements(1);
        ElementWriter writer = new ElementWriter(client, new ShareElements[] {share}, place -> "");
        share.add(client, Unpooled.copiedBuffer("{\"queries\":[{}]", StandardCharsets.UTF_8));
        share.cut();
        assertThat(writer.advance(false)).isFalse();
        assertThat(writer.advance(true)).isTrue();
        client.flush();
        assertThat(client.outboundMessages()).last().isInstanceOf(LastHttpContent.class);
        client.releaseOutbound();
    }

    @Test
    void holdsNothingThatStandsAroundTheElements() {
        ShareElements share = new ShareElements(2);
        ByteBuf collected = Unpooled.copiedBuffer("{\"queries\" : [ {}", StandardCharsets.UTF_8);
        share.add(client, collected);
        assertThat(share.held()).isEqualTo(17);
        share.cut();
        assertThat(share.held()).isEqualTo(2);
        ByteBuf around = Unpooled.copiedBuffer("  \n , ", StandardCharsets.UTF_8);
        share.add(client, around);
        share.cut();
        assertThat(share.held()).isEqualTo(2);
        assertThat(around.refCnt()).isZero();
        share.release();
        assertThat(collected.refCnt()).isZero();
    }
}
