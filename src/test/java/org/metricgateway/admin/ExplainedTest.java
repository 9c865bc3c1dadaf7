package org.metricgateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.metricgateway.config.Settings.Mode;
import org.metricgateway.config.Settings.RuleSettings;
import org.metricgateway.routing.Explanation;
import org.metricgateway.routing.Owners;
import org.metricgateway.routing.Plan;
import org.metricgateway.routing.Rule;
import org.metricgateway.routing.Share;

final class ExplainedTest {

    private static final List<Rule> RULES =
            List.of(Rule.of(new RuleSettings(1, "^cpu[.]", "cpu")), Rule.of(new RuleSettings(20, "^mem", "mem")));

    private static final Plan SPLIT =
            new Plan(List.of(new Share("cpu", new int[] {0, 2}), new Share("mem", new int[] {1})));

    @Test
    void aRuleIsNamed() {
        assertThat(of("mem.x", 0, "mem", null, Mode.MULTI).why())
                .isEqualTo("the first rule that matches is gateway.rule.20 = ^mem -> mem");
    }

    @Test
    void aPlanIsReadByPosition() {
        assertThat(of("mem.x", 1, null, SPLIT, Mode.MULTI).owner()).contains("mem");
        assertThat(of("cpu.x", 2, null, SPLIT, Mode.MULTI).owner()).contains("cpu");
    }

    @Test
    void theDefaultGroupIsNamed() {
        Explanation table = new Owners(RULES, Optional.of("mem")).explain("disk");
        Explained explained = Explained.of(table, 0, "mem", null, Mode.MULTI);
        assertThat(explained.why()).contains("gateway.default-group");
    }

    @Test
    void aStepOfTheRouteIsTold() {
        Explained explained = of("cpu.x", 0, "mem", null, Mode.MULTI);
        assertThat(explained.owner()).contains("mem");
        assertThat(explained.why()).isEqualTo("a step of the route choose-owner decides");
    }

    @Test
    void inSimpleModeTheFirstMetricDecides() {
        assertThat(of("mem.x", 1, "cpu", null, Mode.SIMPLE).why()).contains("the first metric decides");
    }

    @Test
    void nobodyOwnsIt() {
        Explained explained = of("disk", 0, null, null, Mode.MULTI);
        assertThat(explained.owner()).isEmpty();
        assertThat(explained.why()).isEqualTo("no rule matches");
    }

    @Test
    void anotherMetricHasNoOwner() {
        assertThat(of("cpu.x", 0, null, null, Mode.MULTI).why()).contains("the whole request is refused");
    }

    private static Explained of(String metric, int position, String group, Plan plan, Mode mode) {
        Explanation table = new Owners(RULES, Optional.empty()).explain(metric);
        return Explained.of(table, position, group, plan, mode);
    }
}
