package org.metricgateway.config;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** How much memory outside the heap this process may hold. */
final class DirectMemory {

    private DirectMemory() {}

    /** What {@code -XX:MaxDirectMemorySize} says, else as much as the heap. */
    static long bytes() {
        long set = set();
        return set > 0 ? set : Runtime.getRuntime().maxMemory();
    }

    private static long set() {
        try {
            return Long.parseLong(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .getVMOption("MaxDirectMemorySize")
                    .getValue());
        } catch (IllegalArgumentException e) {
            // Another virtual machine than HotSpot has no such option.
            return 0;
        }
    }
}
