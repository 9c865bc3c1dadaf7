package org.metricgateway.house.wrong.metric;

import java.util.logging.Logger;
import org.metricgateway.house.wrong.routing.RuleManager;

/** A metric that knows its owner, and prints. */
public final class MetricUtil {

    public void print(RuleManager rules) {
        Logger.getLogger("metric").info(rules.toString());
        System.out.println(rules);
    }
}
