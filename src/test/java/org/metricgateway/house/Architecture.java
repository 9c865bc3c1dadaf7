package org.metricgateway.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a package may import, and what a class is not called.
 *
 * @param root the package above all others
 */
record Architecture(String root) {

    Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new TreeMap<>();
        rules.put("netty", only("io.netty..", root, below("http")));
        rules.put(
                "camel",
                only("org.apache.camel..", root, below("http"), below("backend"), below("merge"), below("admin")));
        rules.put("config", alone("config", below("config")));
        rules.put("metric", alone("metric", below("metric"), below("config")));
        rules.put("routing", alone("routing", below("routing"), below("metric"), below("config")));
        rules.put("cycles", slices().matching(root + ".(*)..").should().beFreeOfCycles());
        rules.put("names", names());
        rules.put("console", console());
        rules.put("logging", noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging.."));
        rules.replaceAll((name, rule) -> rule.allowEmptyShould(true));
        return rules;
    }

    private String below(String name) {
        return root + "." + name + "..";
    }

    private static ArchRule only(String library, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private ArchRule alone(String name, String... packages) {
        return noClasses()
                .that()
                .resideInAPackage(below(name))
                .should()
                .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAnyPackage(packages))));
    }

    private static ArchRule names() {
        return noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)");
    }

    /** The command line talks to whoever typed it; all else is logged. */
    private ArchRule console() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err");
    }
}
