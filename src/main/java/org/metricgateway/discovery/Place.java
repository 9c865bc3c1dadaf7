package org.metricgateway.discovery;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.metricgateway.config.BackendAddress;

/** Where backends may be found. */
interface Place {

    /** What is there now; exceptionally, with a reason for operators, if that cannot be told. It does not block. */
    CompletionStage<List<BackendAddress>> look();
}
