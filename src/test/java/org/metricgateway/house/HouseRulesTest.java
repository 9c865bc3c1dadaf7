package org.metricgateway.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The house rules as code, and a sample that breaks each of them and no other. */
final class HouseRulesTest {

    private static final List<HouseRule> RULES = List.of(
            new FileRules(),
            new SchemaRules(),
            new ItemRules(),
            new DirectRules(),
            new EndpointRules(),
            new NumberRules(),
            new PlaceholderRules(),
            new BeanRules(),
            new BeanTypeRules(),
            new SourceRules(),
            new ReadmeRules());

    private static final Path SAMPLES = Path.of("src/test/resources/house");

    @Test
    void theProjectKeepsThem() {
        assertThat(faults(Project.in(Path.of("")))).isEmpty();
    }

    @Test
    void theGoodSampleKeepsThem() {
        Project good = Project.in(SAMPLES.resolve("good"));
        assertThat(good.items()).extracting(Item::kind).contains("route", "routeTemplate", "beans");
        assertThat(faults(good)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name           | front.camel.yml: is not named
            no-comment     | owners.camel.yaml: does not start with a comment of one line
            two-comments   | owners.camel.yaml: does not start with a comment of one line
            long-file      | owners.camel.yaml: has 121 lines
            unknown-step   | owners.camel.yaml: not what Camel's schema allows: $[0].route.from.steps[0]: property 'warp'
            bare-from      | owners.camel.yaml: not the canonical notation: $[1]: property 'from'
            log-text       | owners.camel.yaml: not the canonical notation: $[0].route.from.steps[0].log: string found
            set-body       | owners.camel.yaml: not the canonical notation: $[0].route.from.steps[0].setBody: property 'simple'
            simple-text    | owners.camel.yaml: not the canonical notation: $[0].route.from.steps[0].setBody.expression.simple: string found
            when           | owners.camel.yaml: not the canonical notation: $[0].route.from.steps[1].choice.when[0]: property 'simple'
            one-word       | route choose: its id is not of the form verb-object
            id-taken       | routeTemplate choose-owner: its id is taken
            description    | route choose-owner: has no description
            full-stop      | route choose-owner: has no description, or one with a full stop
            long-route     | route choose-owner: has 41 lines
            other-name     | route choose-owner: consumes direct:pick-owner, which is not its id
            nobody-behind  | route choose-owner: direct:ask-nobody has 0 consumers
            two-behind     | route choose-owner: direct:ask-group has 2 consumers
            nobody-before  | route ask-nobody: nobody sends to direct:ask-nobody
            edge-only      | route choose-owner: may not consume netty-http:http://{{gateway.listen}}
            backend-only   | route choose-owner: may not send to netty-relay:http://backend
            query          | route choose-owner: has options in its uri, not under parameters: direct:ask-group?block=false
            number         | route choose-owner: has a number: 1000
            number-in-text | route choose-owner: has a number: ${variable.size} > 64
            time           | route choose-owner: has a number: 30s
            unexplained    | route choose-owner: {{gateway.size}} is not explained
            key-alone      | route choose-owner: {{gateway.alone}} is not explained
            inline-default | route choose-owner: {{gateway.listen:here}} is not explained
            parameter      | routeTemplate ask-backend: parameter colour is not used
            unknown-bean   | route choose-owner: names bean nobody, which beans.camel.yaml has not
            unknown-option | route choose-owner: names bean nobody, which beans.camel.yaml has not
            unused-bean    | beans.camel.yaml: bean spare: nobody names it
            misplaced-bean | beans : beans belong into beans.camel.yaml
            no-class       | bean owners: no such class
            no-constructor | bean owners: no such class, or no public constructor or factory method with 1 arguments
            no-factory     | bean owners: no such class, or no public constructor or factory method with 0 arguments
            no-method      | bean owners has no method pick
            no-exception   | route choose-owner: no such exception: org.metricgateway.house.Absent
            no-expression  | route choose-owner: names bean nobody, which beans.camel.yaml has not
            readme-default | README.md: gateway.requests is `100`, in truth `1000`
            readme-key     | README.md: gateway.alone is missing
            readme-stale   | README.md: gateway.gone is `1`, in truth missing
            readme-file    | README.md: group.camel.yaml is missing
            readme-long    | README.md: has 331 lines
            long-source    | Long.java: has 151 lines
            """)
    void aBadSampleBreaksOneAndNoOther(String sample, String fault) {
        Project bad = Project.in(SAMPLES.resolve("good"), SAMPLES.resolve("bad").resolve(sample));
        assertThat(faults(bad)).singleElement().asString().contains(fault);
    }

    private static List<String> faults(Project project) {
        return RULES.stream().flatMap(rule -> rule.faults(project)).toList();
    }
}
