package org.metricgateway.support;

import java.util.Optional;

/** What a client of a {@link Load} asks, and whether it is content with the answer. */
public interface Turn {

    /** @param number its own in the whole load */
    String request(int number);

    /**
     * Called with each answer that came whole, by many threads.
     *
     * @return what is wrong with it; empty if nothing is
     */
    Optional<String> fault(int number, Answer answer);

    /** A request whose answer is always the same, status and body. */
    static Turn same(String request, int status, String body) {
        return new Turn() {
            @Override
            public String request(int number) {
                return request;
            }

            @Override
            public Optional<String> fault(int number, Answer answer) {
                boolean right = answer.status() == status && answer.text().equals(body);
                return right ? Optional.empty() : Optional.of(answer.toString());
            }
        };
    }
}
