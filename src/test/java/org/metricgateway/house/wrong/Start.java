package org.metricgateway.house.wrong;

/** A command line may print. */
final class Start {

    void print() {
        System.out.println("ready");
    }
}
