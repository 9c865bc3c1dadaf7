package org.metricgateway.merge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The positions in an owner's refusal, counted in the client's request rather than in the share that the owner saw.
 *
 * <p>KairosDB begins an error with {@code query.metric[0]} or {@code metric[0]}; what stands further on may be a name.
 */
public final class Positions {

    private static final String POSITION = "(?:query\\.)?metric\\[(\\d{1,9})]";
    private static final Pattern IN_BODY = Pattern.compile("(?<!\\\\)\"" + POSITION);
    private static final Pattern IN_TEXT = Pattern.compile("^" + POSITION);

    private Positions() {}

    /**
     * @param refusal one error, or a body of {@code {"errors":[…]}}
     * @param positions of the share's elements in the client's request
     */
    public static String rewrite(String refusal, int[] positions) {
        Matcher found = matcher(refusal);
        StringBuilder rewritten = new StringBuilder(refusal.length() + 16);
        int copied = 0;
        while (found.find()) {
            int position = Integer.parseInt(found.group(1));
            if (position < positions.length) {
                rewritten.append(refusal, copied, found.start(1)).append(positions[position]);
                copied = found.end(1);
            }
        }
        return rewritten.append(refusal, copied, refusal.length()).toString();
    }

    /**
     * Where in the client's request the first error of a refusal stands, or where its share begins if it does not say.
     * Of several owners' refusals the one with the least is what one KairosDB would have answered: it ends at the first
     * bad metric.
     *
     * @param positions of the share's elements in the client's request, at least one
     */
    public static int first(String refusal, int[] positions) {
        Matcher found = matcher(refusal);
        int position = found.find() ? Integer.parseInt(found.group(1)) : 0;
        return positions[position < positions.length ? position : 0];
    }

    private static Matcher matcher(String refusal) {
        return (refusal.stripLeading().startsWith("{") ? IN_BODY : IN_TEXT).matcher(refusal);
    }
}
