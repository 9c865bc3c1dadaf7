package org.metricgateway.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.camel.CamelContextAware;

/**
 * A bean of beans.camel.yaml or a dialect's own.
 *
 * @param file where it stands
 * @param content its name, type, constructor …
 */
record Bean(RouteFile file, JsonNode content) {

    static Stream<Bean> in(Project project) {
        return project.items().filter(item -> item.kind().equals("beans")).flatMap(item -> StreamSupport.stream(
                        item.content().spliterator(), false)
                .map(content -> new Bean(item.file(), content)));
    }

    String name() {
        return content.path("name").asText();
    }

    String factoryMethod() {
        return content.path("factoryMethod").asText();
    }

    String factoryBean() {
        return content.path("factoryBean").asText();
    }

    int arguments() {
        return content.path("constructors").size();
    }

    Optional<Class<?>> type() {
        return type(content.path("type").asText().replace("#class:", ""));
    }

    static Optional<Class<?>> type(String type) {
        try {
            return Optional.of(Class.forName(type, false, Bean.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** The class of what the routes get: the type itself, or what its factory method returns. */
    Optional<Class<?>> product() {
        return factoryMethod().isEmpty() ? type() : type().flatMap(this::returned);
    }

    private Optional<Class<?>> returned(Class<?> type) {
        return factories(type).<Class<?>>map(Method::getReturnType).findFirst();
    }

    boolean canBeMade() {
        return type().filter(type -> factoryMethod().isEmpty() ? hasConstructor(type) : hasFactory(type))
                .isPresent();
    }

    private boolean hasConstructor(Class<?> type) {
        return Arrays.stream(type.getConstructors())
                .map(Constructor::getParameterCount)
                .anyMatch(count -> count == arguments());
    }

    private boolean hasFactory(Class<?> type) {
        return factories(type).findAny().isPresent();
    }

    private Stream<Method> factories(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(factoryMethod()))
                .filter(method -> Modifier.isStatic(method.getModifiers())
                        == factoryBean().isEmpty())
                .filter(method -> method.getParameterCount() == arguments());
    }

    /** Camel itself finds what asks for its context, and what belongs to a library, such as a meter registry. */
    boolean foundByType() {
        return product()
                .filter(type -> CamelContextAware.class.isAssignableFrom(type)
                        || !type.getName().startsWith("org.metricgateway."))
                .isPresent();
    }

    boolean answers(String method) {
        return product()
                .filter(type -> Arrays.stream(type.getMethods())
                        .anyMatch(one -> one.getName().equals(method)))
                .isPresent();
    }

    String fault(String text) {
        return file.fault("bean " + name() + ": " + text);
    }
}
