package org.metricgateway.house;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The wiring is one page: every bean that a route names is on it, and nothing else. */
final class BeanRules implements HouseRule {

    private static final Set<String> NAMING_KEYS = Set.of(
            "ref",
            "aggregationStrategy",
            "executorService",
            "onPrepare",
            "configuration",
            "factoryBean",
            "errorHandlerRef");
    private static final Pattern IN_TEXT = Pattern.compile("(?:#bean:|^#(?!\\w+:)|\\$\\{bean:|^bean:)([\\w-]+)");

    @Override
    public Stream<String> faults(Project project) {
        List<Bean> beans = Bean.in(project).toList();
        Set<String> defined = beans.stream().map(Bean::name).collect(Collectors.toSet());
        Set<String> named = project.items().flatMap(BeanRules::names).collect(Collectors.toSet());
        Stream<String> missing = project.items().flatMap(item -> names(item)
                .filter(name -> !defined.contains(name))
                .map(name -> item.fault("names bean " + name + ", which beans.camel.yaml has not")));
        Stream<String> unused = beans.stream()
                .filter(bean -> !named.contains(bean.name()) && !bean.foundByType())
                .map(bean -> bean.fault("nobody names it"));
        return Stream.of(misplaced(project), missing, unused).flatMap(faults -> faults);
    }

    private static Stream<String> misplaced(Project project) {
        return project.items()
                .filter(item ->
                        item.kind().equals("beans") && !item.file().stem().endsWith("beans"))
                .map(item -> item.fault("beans belong into beans.camel.yaml, or a dialect's own -beans.camel.yaml"));
    }

    private static Stream<String> names(Item item) {
        return Leaf.of(item.content()).flatMap(BeanRules::names).filter(name -> !name.contains("{{"));
    }

    private static Stream<String> names(Leaf leaf) {
        if ((NAMING_KEYS.contains(leaf.key()) || leaf.ends("ref", "expression"))
                && !leaf.text().startsWith("#")) {
            return Stream.of(leaf.text());
        }
        return IN_TEXT.matcher(leaf.text()).results().map(found -> found.group(1));
    }
}
