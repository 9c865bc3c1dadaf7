package org.metricgateway.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON such as nobody would write, but everybody may. */
public final class GeneratedJson {

    private static final List<String> SCALARS = List.of(
            "25",
            "25.0",
            "1e300",
            "-0.0",
            "1E-7",
            "9223372036854775808",
            "true",
            "false",
            "null",
            "\"\"",
            "\"a\"",
            "\"métric 漢\"",
            "\"\\\"]}\\\\\"",
            "\"\\u007b\\u005d\"",
            "\"😀[{,\"",
            "\"\\\\\"",
            "\"//\"",
            "\"'\"");
    private static final List<String> SPACES = List.of("", "", "", " ", "\n", "\r\n\t ", "    ");

    private GeneratedJson() {}

    /** Objects, most of them with a name. */
    public static List<String> elements(Random random, int count) {
        return Stream.generate(() -> element(random)).limit(count).toList();
    }

    public static String value(Random random, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 1 -> "[" + list(random, () -> value(random, depth - 1)) + "]";
            case 2 -> object(random, depth, new ArrayList<>());
            default -> pick(random, SCALARS);
        };
    }

    public static String space(Random random) {
        return pick(random, SPACES);
    }

    private static String element(Random random) {
        List<String> members = new ArrayList<>();
        if (random.nextInt(8) > 0) {
            members.add("\"name\"" + space(random) + ":" + space(random) + "\"metric" + random.nextInt(10) + "é\"");
        }
        return object(random, 4, members);
    }

    private static String object(Random random, int depth, List<String> members) {
        List<String> all = new ArrayList<>(members);
        for (int i = random.nextInt(3); i > 0; i--) {
            all.add(random.nextInt(all.size() + 1), "\"k" + i + "\":" + value(random, depth - 1));
        }
        return "{" + space(random) + String.join(space(random) + "," + space(random), all) + space(random) + "}";
    }

    private static String list(Random random, Supplier<String> value) {
        return Stream.generate(value).limit(random.nextInt(5)).collect(Collectors.joining("," + space(random)));
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
