package org.metricgateway.admin;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.metricgateway.backend.Balancer;
import org.metricgateway.backend.Groups;
import org.metricgateway.config.Settings;
import org.metricgateway.http.Answers;
import org.metricgateway.http.ChooseOwners;
import org.metricgateway.http.Edge;
import org.metricgateway.http.QueryString;
import org.metricgateway.http.ReadMetrics;
import org.metricgateway.http.Received;
import org.metricgateway.metric.Body;
import org.metricgateway.metric.KairosQuery;
import org.metricgateway.routing.KairosOperation;
import org.metricgateway.routing.Plan;

/** What the admin port answers, page by page. */
public final class Pages {

    private static final String PAGE = "page";

    private static final String METERS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Settings.Limits limits;
    private final Observer observer;
    private final Readiness readiness;
    private final BackendPage backends;
    private final ExplainPage explained;

    public Pages(Settings settings, Groups groups, Edge edge, Observer observer) {
        this.limits = settings.limits();
        this.observer = observer;
        this.readiness = new Readiness(settings, groups, edge);
        this.backends = new BackendPage(groups, observer::since);
        this.explained = new ExplainPage(settings, groups);
        observer.watch(edge);
    }

    /** Sets the variable {@code page}; refuses what is none. */
    public void choose(Exchange exchange) {
        Received received = Received.of(exchange);
        String method = exchange.getMessage().getHeader(Exchange.HTTP_METHOD, String.class);
        OperatorRequest page = OperatorRequest.of(received.path(), method);
        exchange.setVariable(PAGE, page.word());
    }

    /** Answers with a page that needs nothing but what is known here. */
    public void show(Exchange exchange) {
        switch (OperatorRequest.named(exchange.getVariable(PAGE, String.class))) {
            case READY -> ready(exchange, readiness.isReady());
            case METERS -> Answers.of(exchange, 200, METERS_TYPE, observer.scrape());
            case BACKENDS -> Answers.json(exchange, 200, backends.text());
            case POOL -> Answers.json(exchange, 200, backends.pool());
            default -> throw new IllegalStateException("no page of its own");
        }
    }

    private void ready(Exchange exchange, boolean ready) {
        Answers.json(exchange, ready ? 200 : 503, readiness.text(ready));
    }

    /** Sets the variable {@code metrics} if the query string names them, else says how to read the body. */
    public void question(Exchange exchange) {
        Received received = Received.of(exchange);
        Message message = exchange.getMessage();
        if ("POST".equals(message.getHeader(Exchange.HTTP_METHOD, String.class))) {
            boolean query =
                    !KairosQuery.read((Body) message.getBody(), limits).names().isEmpty();
            received.does(query ? KairosOperation.QUERY : KairosOperation.WRITE);
        } else {
            exchange.setVariable(ReadMetrics.METRICS, QueryString.parameters(received.query(), "metric"));
        }
        // Not before: what cannot be read is refused as all else on this port.
        received.speaks(explained.dialectOf(received));
    }

    @SuppressWarnings("unchecked")
    public void explain(Exchange exchange) {
        List<String> metrics = exchange.getVariable(ReadMetrics.METRICS, List.class);
        String group = exchange.getVariable(Balancer.GROUP, String.class);
        Plan plan = exchange.getVariable(ChooseOwners.PLAN, Plan.class);
        Answers.json(exchange, 200, explained.text(Received.of(exchange).dialect(), metrics, group, plan));
    }
}
