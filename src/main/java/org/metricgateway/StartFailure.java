package org.metricgateway;

import java.util.ArrayList;
import java.util.List;

/** Why Camel could not start, for operators: each cause once, from the outside in, on one line. */
final class StartFailure {

    private static final int DEEPEST = 20;

    private StartFailure() {}

    static String text(Throwable failure) {
        List<String> causes = new ArrayList<>();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            String text = said(cause);
            // Most wrappers repeat what they wrap.
            causes.removeIf(outer -> outer.contains(text));
            causes.add(text);
            cause = cause.getCause();
        }
        return String.join(": ", causes);
    }

    private static String said(Throwable cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
