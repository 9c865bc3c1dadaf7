package org.metricgateway.bench;

import org.metricgateway.bench.report.Outcome;

/** One thing that is measured. */
interface Case {

    Outcome run(Bench bench) throws Exception;
}
