package org.metricgateway.http;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.metricgateway.merge.InfluxMerge;
import org.metricgateway.merge.InfluxMerge.Owned;
import org.metricgateway.merge.InfluxSeries;
import org.metricgateway.metric.InfluxKind;

/** One answer, while it is put together step by step. */
final class StepMerge {

    private final InfluxMerge merge;
    private final BiPredicate<String, String> owns;
    private final List<ByteBuf> answers = new ArrayList<>();
    private Message first;

    /** @param owns whether a group owns a measurement */
    StepMerge(Statements statements, BiPredicate<String, String> owns) {
        this.merge = new InfluxMerge(statements.query(), statements.form().isPretty(), statements.chunk());
        this.owns = owns;
    }

    void add(StepAnswer answer) {
        int before = answers.size();
        answer.results().forEach(this::number);
        int fault = answer.fault();
        boolean united = answer.step().split() && answer.kind().isRead();
        if (fault >= 0 && answer.step().split() && !united && !isUnanimous(answer)) {
            merge.fail(answer.step().first(), answer.fates());
        } else if (united && fault < 0) {
            merge.unite(answer.step().first(), series(answer, before));
        } else {
            int shown = Math.max(fault, 0);
            merge.add(
                    before + shown,
                    answer.read().get(shown),
                    answer.step().shares().get(shown).positions());
        }
    }

    /** Also those without an answer, so that numbers are places. */
    private void number(ShareResult result) {
        first = first == null && result.succeeded() ? result.answer() : first;
        answers.add(result.succeeded() ? result.buffer() : null);
    }

    /** Whether all groups refuse in the same words: so would a single one. */
    private static boolean isUnanimous(StepAnswer answer) {
        String error = answer.error(0);
        return error != null && answer.shares().allMatch(share -> error.equals(answer.error(share)));
    }

    private List<Owned> series(StepAnswer answer, int before) {
        List<Owned> series = new ArrayList<>();
        answer.shares().filter(answer::isRead).forEach(share -> answer.read().get(share).results().stream()
                .flatMap(result -> result.series().stream())
                .filter(one -> isWanted(answer, share, one))
                .forEach(one -> series.add(new Owned(before + share, one))));
        return series;
    }

    private boolean isWanted(StepAnswer answer, int share, InfluxSeries one) {
        return answer.kind() != InfluxKind.SELECT
                || owns.test(answer.results().get(share).share().group(), one.name());
    }

    void end(Exchange exchange) {
        exchange.setMessage(first);
        first.setBody(new PiecesBody(merge.pieces(), answers, null));
    }
}
