package org.metricgateway.config;

/** Which of several words a mistyped one was meant to be. */
final class Nearest {

    private static final int SHARED_PREFIX = "gateway.".length();

    private final String word;
    private String found = "";
    private int distance;

    Nearest(String word) {
        this.word = word;
        // A third of what tells keys apart: port is not near mode.
        this.distance = Math.max(1, (word.length() - SHARED_PREFIX) / 3) + 1;
    }

    void consider(String other) {
        int edits = edits(word, other);
        if (edits < distance) {
            distance = edits;
            found = other;
        }
    }

    String found() {
        return found;
    }

    /** Characters to add, drop or change (Levenshtein's distance). */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            int diagonal = 0;
            for (int j = 0; j <= to.length(); j++) {
                int above = row[j];
                if (i == 0 || j == 0) {
                    row[j] = i + j;
                } else {
                    int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                    row[j] = Math.min(diagonal + change, Math.min(above, row[j - 1]) + 1);
                }
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
