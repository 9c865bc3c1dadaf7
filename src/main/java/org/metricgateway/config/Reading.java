package org.metricgateway.config;

import java.util.Optional;
import java.util.function.Predicate;

/** How the text of a value becomes what it stands for. */
@FunctionalInterface
interface Reading<T> {

    /** @throws BadValue if it does not stand for one */
    T of(String text);

    default Reading<T> where(Predicate<T> holds, String right) {
        return text -> {
            T value = of(text);
            if (!holds.test(value)) {
                throw BadValue.shown(text, right);
            }
            return value;
        };
    }

    /** None for an empty text. */
    default Reading<Optional<T>> orNone() {
        return text -> text.isEmpty() ? Optional.empty() : Optional.of(of(text));
    }
}
