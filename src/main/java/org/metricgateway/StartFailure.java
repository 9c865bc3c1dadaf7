package org.metricgateway;

import java.util.Objects;

/** Why Camel could not start, for operators: each cause once, from the outside in, on one line. */
final class StartFailure {

    private static final int DEEPEST = 20;

    private StartFailure() {}

    static String text(Throwable failure) {
        StringBuilder all = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            String text = said(cause);
            // Most wrappers repeat what they wrap.
            if (all.indexOf(text) < 0) {
                all.append(all.isEmpty() ? "" : ": ").append(text);
            }
            cause = cause.getCause();
        }
        return all.toString();
    }

    /** Some messages are but a name, and say nothing without their kind. */
    private static String said(Throwable cause) {
        String kind = cause.getClass().getSimpleName();
        String message =
                Objects.requireNonNullElse(cause.getMessage(), "").strip().replaceAll("\\s*\\R\\s*", " ");
        return message.contains(" ") ? message : message.isEmpty() ? kind : kind + " " + message;
    }
}
