package org.metricgateway.config;

import java.util.ArrayList;
import java.util.List;

/** The text of a file of backends: one entry a line, as in {@code urls}; {@code #} begins a comment. */
public final class AddressFile {

    private AddressFile() {}

    /** @throws IllegalArgumentException if a line cannot be read; it says which, and what would be right, but nothing secret */
    public static List<BackendAddress> addresses(String text) {
        List<BackendAddress> addresses = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String entry = line.replaceFirst("#.*", "").strip();
            if (!entry.isEmpty()) {
                addresses.add(address(entry, number));
            }
        }
        return List.copyOf(addresses);
    }

    private static BackendAddress address(String entry, int number) {
        try {
            return Places.address(entry);
        } catch (BadValue e) {
            throw new IllegalArgumentException("line " + number + " " + e.wrong() + "; it " + e.right(), e);
        }
    }
}
