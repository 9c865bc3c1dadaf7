package org.metricgateway.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration is wrong; carries every fault at once. */
public final class InvalidSettings extends RuntimeException {

    private final List<Fault> faults;

    public InvalidSettings(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining(System.lineSeparator())));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
