package org.metricgateway.house;

/** What the beans of the samples are made of. */
public final class SampleOwners {

    public static SampleOwners create(String listen) {
        return new SampleOwners();
    }

    public boolean choose() {
        return true;
    }
}
