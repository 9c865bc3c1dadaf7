package org.metricgateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.metricgateway.merge.QueryMerge;
import org.metricgateway.routing.Share;

/** The shares of a merged answer: of each what there is of its answer, or that there will be none. */
final class MergedShares {

    private final List<Share> shares;
    private final ShareAnswer[] answers;
    private final boolean[] missing;
    private boolean doomed;

    MergedShares(List<Share> shares) {
        this.shares = shares;
        this.answers = new ShareAnswer[shares.size()];
        this.missing = new boolean[shares.size()];
    }

    int count() {
        return answers.length;
    }

    void begins(Share share, ShareAnswer answer) {
        answers[shares.indexOf(share)] = answer;
    }

    void drop(ShareAnswer answer) {
        for (int i = 0; i < answers.length; i++) {
            answers[i] = answers[i] == answer ? null : answers[i];
        }
        answer.elements().release();
    }

    /**
     * @param bearable whether the merged answer may do without
     * @return what there was of it; null if nothing
     */
    ShareAnswer failed(Share share, boolean bearable) {
        int number = shares.indexOf(share);
        ShareAnswer gone = answers[number];
        answers[number] = null;
        missing[number] = bearable;
        doomed |= !bearable;
        return gone;
    }

    /** Whether there will be no merged answer. */
    boolean isDoomed() {
        return doomed;
    }

    /** Whether every owner that answers at all has said enough to begin. */
    boolean haveBegun() {
        for (int i = 0; i < answers.length; i++) {
            if (!missing[i] && (answers[i] == null || !answers[i].elements().hasBegun())) {
                return false;
            }
        }
        return present().findAny().isPresent();
    }

    boolean haveEnded() {
        for (int i = 0; i < answers.length; i++) {
            if (!missing[i] && (answers[i] == null || !answers[i].elements().isEnded())) {
                return false;
            }
        }
        return true;
    }

    long held() {
        long held = 0;
        for (ShareAnswer answer : answers) {
            held += answer == null ? 0 : answer.elements().held();
        }
        return held;
    }

    void cut() {
        present().forEach(answer -> answer.elements().cut());
    }

    void regulate(long ahead) {
        for (ShareAnswer answer : answers) {
            if (answer != null) {
                answer.regulate(ahead);
            }
        }
    }

    void abandon() {
        present().filter(answer -> !answer.elements().isEnded()).toList().forEach(ShareAnswer::abandon);
    }

    /** What is whole, and no connection's any more. */
    List<ShareElements> ended() {
        return present()
                .map(ShareAnswer::elements)
                .filter(ShareElements::isEnded)
                .toList();
    }

    private Stream<ShareAnswer> present() {
        return Arrays.stream(answers).filter(Objects::nonNull);
    }

    /** Writes the head, and what stands before the elements. */
    ElementWriter passOn(Received request) {
        for (int i = 0; i < missing.length; i++) {
            if (missing[i]) {
                request.remarks().lacks(shares.get(i).group());
            }
        }
        HttpResponse head = present().findFirst().orElseThrow().head();
        head.headers().remove(HttpHeaderNames.CONTENT_LENGTH);
        HttpHeaders headers = AnswerDress.relayed(head, request);
        if (!request.remarks().missing().isEmpty()) {
            headers.set(EndToEnd.PARTIAL, String.join(",", request.remarks().missing()));
        }
        request.client.write(new RelayedHead(head.status(), headers), request.client.voidPromise());
        List<String> names = request.mentions().names();
        ElementWriter writer =
                new ElementWriter(request.client, inOrder(names.size()), place -> MergeQuery.empty(request)
                        .of(names.get(place)));
        boolean repeats = present().anyMatch(answer -> answer.elements().repeatsQuery());
        writer.open(QueryMerge.opening(repeats), MergeQuery.query(request));
        return writer;
    }

    private ShareElements[] inOrder(int places) {
        ShareElements[] owners = new ShareElements[places];
        for (int i = 0; i < answers.length; i++) {
            for (int position : shares.get(i).positions()) {
                owners[position] = missing[i] ? null : answers[i].elements();
            }
        }
        return owners;
    }
}
