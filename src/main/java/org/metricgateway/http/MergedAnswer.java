package org.metricgateway.http;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpResponse;
import java.util.List;
import org.apache.camel.Exchange;
import org.metricgateway.config.Settings;
import org.metricgateway.routing.Share;

/**
 * The merged answer to a split query, while its shares arrive. As long as they fit in {@code gateway.limit.merge} they are
 * collected, and nothing is written before all are there; beyond, they are passed on.
 */
final class MergedAnswer {

    private static final String PROPERTY = "metric-gateway.merged";

    private final Received request;
    private final Settings settings;
    private final MergedShares shares;
    private MergeRoom room;
    private PassingMerge passing;

    private MergedAnswer(Received request, Settings settings, List<Share> shares) {
        this.request = request;
        this.settings = settings;
        this.shares = new MergedShares(shares);
    }

    /** Before the split. */
    static void begin(Exchange exchange, Settings settings, List<Share> shares) {
        exchange.setProperty(PROPERTY, new MergedAnswer(Received.of(exchange), settings, shares));
    }

    /** Null where answers are not merged, or not as those to a query are. */
    static MergedAnswer of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, MergedAnswer.class);
    }

    ShareAnswer receives(HttpResponse head, Call call, Channel backend, Edge edge) {
        if (room == null) {
            room = new MergeRoom(request.lease(), edge, shares.count());
        }
        ShareAnswer answer = new ShareAnswer(head, call, backend, this);
        shares.begins(call.collected().share(), answer);
        return answer;
    }

    /** @throws MergeTooLarge if an owner says so much before its elements */
    void arrived(ShareAnswer answer, int bytes) {
        if (passing == null && room.collects(bytes)) {
            return;
        }
        room.check(answer);
        if (passing != null) {
            answer.elements().cut();
            passing.advance();
        } else {
            room.turns();
            shares.ended().forEach(elements -> request.lease().leave(elements.body()));
            shares.cut();
            passing = new PassingMerge(request, shares, room);
            passing.begin();
        }
    }

    void ended(ShareAnswer answer) {
        if (passing == null) {
            request.lease().keep(answer.elements().body());
        } else {
            passing.resume();
        }
    }

    /** There will be no more of it; its owner may be asked again as long as nothing is written. */
    void brokeOff(ShareAnswer answer) {
        if (passing == null) {
            room.loses(answer.arrived());
        }
        shares.drop(answer);
        if (passing != null) {
            passing.brokeOff();
        }
    }

    /** An owner will not give the answer to its share. */
    void failed(ShareResult result) {
        ShareAnswer gone = shares.failed(result.share(), result.mayBeMissing(settings));
        if (passing != null) {
            if (gone != null) {
                gone.elements().release();
            }
            passing.failed();
        }
    }

    void flush() {
        if (passing != null) {
            passing.flush();
        }
    }

    /** Whether nobody waits for more of it. */
    boolean isOver() {
        return passing != null && passing.isOver();
    }

    /** Null unless it is, or should have been, written as it comes. */
    PassingMerge passing() {
        return passing;
    }
}
