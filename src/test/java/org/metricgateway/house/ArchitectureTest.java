package org.metricgateway.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows between packages, and a package tree that draws each of them wrong. */
final class ArchitectureTest {

    private static final String OURS = "org.metricgateway";
    private static final String WRONG = "org.metricgateway.house.wrong";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(OURS);
    private static final JavaClasses SAMPLE = new ClassFileImporter().importPackages(WRONG);

    @Test
    void theProjectKeepsThem() {
        assertThat(MAIN).isNotEmpty();
        assertThat(new Architecture(OURS)
                        .rules().values().stream()
                                .map(rule -> rule.evaluate(MAIN))
                                .flatMap(result -> result.getFailureReport().getDetails().stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "netty, routing.RuleManager",
        "camel, routing.RuleManager",
        "config, config.AllSettings",
        "metric, metric.MetricUtil",
        "routing, routing.RuleManager",
        "cycles, routing",
        "names, routing.RuleManager",
        "names, metric.MetricUtil",
        "console, metric.MetricUtil",
        "logging, metric.MetricUtil",
    })
    void theWrongTreeBreaksEach(String name, String where) {
        EvaluationResult result = rules().get(name).evaluate(SAMPLE);
        assertThat(result.getFailureReport().getDetails()).anyMatch(detail -> detail.contains(where));
    }

    @Test
    void theWrongTreeIsRightWhereItIs() {
        List<String> console =
                rules().get("console").evaluate(SAMPLE).getFailureReport().getDetails();
        List<String> netty =
                rules().get("netty").evaluate(SAMPLE).getFailureReport().getDetails();
        assertThat(console).noneMatch(detail -> detail.startsWith("Method <" + WRONG + ".Start"));
        assertThat(netty).noneMatch(detail -> detail.startsWith("Method <" + WRONG + ".http"));
    }

    private static Map<String, ArchRule> rules() {
        return new Architecture(WRONG).rules();
    }
}
