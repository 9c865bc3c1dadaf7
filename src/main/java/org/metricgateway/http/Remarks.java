package org.metricgateway.http;

import java.util.ArrayList;
import java.util.List;

/** What operators may want to know of a request, besides its answer. */
public final class Remarks {

    private String groups = "";
    private List<String> metrics = List.of();
    private List<String> throttled = List.of();
    private List<String> missing = List.of();
    private boolean admitted;
    private boolean broken;

    void asks(String group) {
        if (groups.isEmpty()) {
            groups = group;
        } else if (!("," + groups + ",").contains("," + group + ",")) {
            groups += "," + group;
        }
    }

    void about(List<String> names) {
        metrics = names;
    }

    void throttledBy(String group) {
        throttled = with(throttled, group);
    }

    void lacks(String group) {
        missing = with(missing, group);
    }

    private static List<String> with(List<String> groups, String group) {
        List<String> more = new ArrayList<>(groups);
        more.add(group);
        return more;
    }

    void admitted() {
        admitted = true;
    }

    void broken() {
        broken = true;
    }

    /** The groups that were asked, as {@code cpu,mem}; empty before. */
    public String groups() {
        return groups;
    }

    /** What it names, where somebody looked. */
    public List<String> metrics() {
        return metrics;
    }

    /** The groups that had too much to do for it. */
    public List<String> throttled() {
        return throttled;
    }

    /** The groups whose part its answer lacks. */
    public List<String> missing() {
        return missing;
    }

    /** Whether it came as far as the routes. */
    public boolean isAdmitted() {
        return admitted;
    }

    /** Whether its answer broke off on the backend's side, on its way to the client. */
    public boolean isBroken() {
        return broken;
    }
}
