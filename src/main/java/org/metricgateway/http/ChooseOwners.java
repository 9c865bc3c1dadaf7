package org.metricgateway.http;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.metricgateway.backend.Balancer;
import org.metricgateway.config.Dialect;
import org.metricgateway.config.Settings;
import org.metricgateway.metric.LineNames;
import org.metricgateway.metric.UnreadableRequest;
import org.metricgateway.routing.Ownership;
import org.metricgateway.routing.Plan;
import org.metricgateway.routing.Steps;

/**
 * Sets the variable {@code group} if one group owns every metric of the variable {@code metrics}, else {@code plan}. A request that
 * names no metric goes to the home group. Statements that several groups are asked for become the variable {@code steps}.
 */
public final class ChooseOwners implements Processor {

    public static final String PLAN = "plan";

    private static final String STEPS = "steps";

    private final Settings settings;
    private final Map<Dialect, Ownership> ownership;
    private final boolean splits;

    private ChooseOwners(Settings settings, boolean splits) {
        this.settings = settings;
        this.ownership = Ownership.ofEach(settings);
        this.splits = splits;
    }

    /** The request is split if several groups own its metrics. */
    public static ChooseOwners ofEveryMetric(Settings settings) {
        return new ChooseOwners(settings, true);
    }

    /** The request goes whole to the owner of its first metric. */
    public static ChooseOwners ofFirstMetric(Settings settings) {
        return new ChooseOwners(settings, false);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void process(Exchange exchange) {
        List<String> metrics = exchange.getVariable(ReadMetrics.METRICS, List.class);
        Received received = Received.of(exchange);
        Ownership of = ownership.get(received.dialect());
        if (splits && received.statements() != null) {
            choose(exchange, received, of);
            return;
        }
        Plan plan = plan(metrics, of, received.contents().lines());
        if (plan.split() && splits) {
            refuseSaving(received);
            exchange.setVariable(PLAN, plan);
            ShareResults.begin(exchange);
            if (received.mentions() != null && received.operation().isQuery()) {
                MergedAnswer.begin(exchange, settings, plan.shares());
            }
        } else {
            exchange.setVariable(
                    Balancer.GROUP,
                    plan.shares().isEmpty() ? of.home() : plan.shares().get(0).group());
        }
    }

    private Plan plan(List<String> metrics, Ownership of, LineNames lines) {
        Plan plan = splits ? Plan.of(metrics, of.owners()) : Plan.simple(metrics, of.owners());
        return lines != null && (splits || plan.shares().isEmpty()) ? withUnreadable(plan, of, lines) : plan;
    }

    /** A line that no database can read goes to its measurement's owner, or home: to be refused in the database's words. */
    private static Plan withUnreadable(Plan readable, Ownership of, LineNames lines) {
        Plan plan = readable;
        for (String name : lines.doubtful()) {
            plan = plan.and(of.owners().find(name).orElse(of.home()));
        }
        return lines.hasStrays() ? plan.and(of.home()) : plan;
    }

    /** Statements are asked for in order. */
    private static void choose(Exchange exchange, Received received, Ownership of) {
        Statements statements = received.statements();
        Steps steps = Steps.of(statements.query(), statements.concern(), of);
        if (steps.steps().isEmpty()) {
            exchange.setVariable(Balancer.GROUP, of.home());
        } else if (steps.sole().isPresent()) {
            exchange.setVariable(Balancer.GROUP, steps.sole().get());
        } else {
            statements.refuseOtherForms(received);
            exchange.setVariable(STEPS, steps.steps());
            StepAnswers.begin(exchange);
        }
    }

    private static void refuseSaving(Received received) {
        if (received.mentions() != null && received.mentions().saving()) {
            throw new UnreadableRequest(
                    "save_as writes where its metric's owner is: ask for metrics of one owner at a time");
        }
    }
}
