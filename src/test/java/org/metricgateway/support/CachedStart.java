package org.metricgateway.support;

import java.nio.file.Path;

/** The flags that the image has for a start with an ahead-of-time cache; {@code Dockerfile} says why. */
public final class CachedStart {

    private CachedStart() {}

    /** @param cache made by an earlier run */
    public static String[] flags(Path cache) {
        return new String[] {
            "-XX:AOTCache=" + cache,
            "-Xlog:aot*=off",
            "-XX:Tier0InvokeNotifyFreqLog=8",
            "-XX:Tier2InvokeNotifyFreqLog=15",
            "-XX:Tier2BackedgeNotifyFreqLog=18"
        };
    }
}
