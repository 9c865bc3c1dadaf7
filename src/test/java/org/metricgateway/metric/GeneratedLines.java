package org.metricgateway.metric;

import java.util.List;
import java.util.Random;

/** Lines such as nobody would write, but everybody may: each a whole one, with its newline. */
public final class GeneratedLines {

    private static final List<String> NAMES =
            List.of("cpu", "cpu\\ load", "mem", "mem\\,x", "disk\\=1", "métric漢", "\"net\"", "c\\d");
    private static final List<String> TAGS =
            List.of("", "", ",host=a", ",host=a\\ b,dc=\\\"x", ",a=\"b", ",a=b\\,c,d=e\\=f", ",ä=漢");
    private static final List<String> FIELDS = List.of(
            "v=1",
            "v=1.5,n=3i",
            "v=\"a b\"",
            "v=\"a\nmem v=1\"",
            "v=\"x=,\\\"\n\n# no\"",
            "v=t,w=\"\\\\\",x=F",
            "a\\ b=1,c\\,d=\"=\"",
            "v=\"\"");
    private static final List<String> TIMES = List.of("", "", " 1", " 1600000000000000000", " -5 ", "  7");
    private static final List<String> SPACES = List.of("", "", "", "\n", "# a comment\n", "  \t\n", " ");

    private GeneratedLines() {}

    public static String name(Random random) {
        return pick(random, NAMES);
    }

    /** A point of this measurement, which is escaped already. */
    public static String point(Random random, String name) {
        return name + pick(random, TAGS) + " " + pick(random, FIELDS) + pick(random, TIMES) + "\n";
    }

    /** What may stand before a point: comments, blank lines, blanks. */
    public static String space(Random random) {
        return pick(random, SPACES);
    }

    private static String pick(Random random, List<String> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
