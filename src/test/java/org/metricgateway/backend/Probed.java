package org.metricgateway.backend;

/** Probes that need no backend. */
final class Probed {

    private Probed() {}

    /** A group whose backends are all well. */
    static Group well(Group group) {
        group.backends().forEach(Probed::pass);
        return group;
    }

    static void pass(Backend backend) {
        new Probe(backend).ends(Finding.passed("answered 204"));
    }

    static void fail(Backend backend) {
        new Probe(backend).ends(Finding.failed("a connection was refused"));
    }

    static void drain(Backend backend) {
        new Probe(backend).ends(Finding.draining("it takes nothing new"));
    }
}
