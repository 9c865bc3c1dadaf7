package org.metricgateway.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every bean can be made as its line says, and the routes name only methods and exceptions that exist. */
final class BeanTypeRules implements HouseRule {

    @Override
    public Stream<String> faults(Project project) {
        Map<String, Bean> beans = Bean.in(project)
                .filter(Bean::canBeMade)
                .collect(Collectors.toMap(Bean::name, Function.identity(), (first, second) -> second));
        Stream<String> cannotBeMade = Bean.in(project)
                .filter(bean -> !bean.canBeMade())
                .map(bean -> bean.fault("no such class, or no public constructor or factory method with "
                        + bean.arguments() + " arguments"));
        Stream<String> missing =
                project.items().flatMap(item -> Stream.concat(missingMethods(item, beans), missingExceptions(item)));
        return Stream.concat(cannotBeMade, missing);
    }

    private static Stream<String> missingMethods(Item item, Map<String, Bean> beans) {
        return item.content().findParents("method").stream()
                .filter(call -> beans.containsKey(call.path("ref").asText()))
                .filter(call -> !beans.get(call.path("ref").asText()).answers(method(call)))
                .map(call -> item.fault("bean " + call.path("ref").asText() + " has no method " + method(call)));
    }

    private static Stream<String> missingExceptions(Item item) {
        return Leaf.of(item.content())
                .filter(leaf -> leaf.key().equals("exceptionType") || leaf.key().equals("exception"))
                .filter(leaf -> Bean.type(leaf.text()).isEmpty())
                .map(leaf -> item.fault("no such exception: " + leaf.text()));
    }

    private static String method(JsonNode call) {
        return call.path("method").asText().replaceFirst("\\(.*", "");
    }
}
