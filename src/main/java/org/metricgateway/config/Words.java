package org.metricgateway.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Values that are one of a few words, or a text of a certain kind. */
final class Words {

    static final Reading<Boolean> TRUTH = text -> Boolean.valueOf(oneOf(List.of("true", "false"), text));

    /** Never shown, not even when it is wrong. */
    static final Reading<String> SECRET = text -> {
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new BadValue("holds a character that no header carries", "use visible ASCII without spaces");
        }
        return text;
    };

    static final Reading<HostPort> HOST_PORT = text -> {
        try {
            return HostPort.parse(text);
        } catch (IllegalArgumentException e) {
            throw BadValue.shown(text, "must be host:port, such as 0.0.0.0:8080 or [::]:8080, with a port to 65535");
        }
    };

    static final Reading<String> ADDRESS = text -> {
        try {
            Network.parse(text);
            return text;
        } catch (IllegalArgumentException e) {
            throw BadValue.shown(text, "must be an IP address");
        }
    };

    static final Reading<Network> NETWORK = text -> {
        try {
            return Network.parse(text);
        } catch (IllegalArgumentException e) {
            throw BadValue.shown(text, "must be an address or a network, such as 10.0.0.0/8 or fd00::/8");
        }
    };

    private static final List<String> LATER_BALANCES = List.of("most-data", "minimum-history");

    /** Other ways to balance are agreed and not there yet. */
    static final Reading<Balance> BALANCE = text -> {
        if (LATER_BALANCES.contains(text.replaceFirst(":.*", ""))) {
            throw new BadValue("is \"" + text + "\", which this version cannot do yet", "must be round-robin");
        }
        return constant(Balance.class).of(text);
    };

    /** Other dialects are agreed and not there yet. */
    static final Reading<Dialect> DIALECT = text -> {
        Dialect dialect = constant(Dialect.class).of(text);
        if (dialect != Dialect.KAIROSDB && dialect != Dialect.INFLUXDB) {
            throw new BadValue(
                    "is \"" + text + "\", which this version cannot serve yet", "must be kairosdb or influxdb");
        }
        return dialect;
    };

    static final Reading<String> PATH = text -> {
        if (!text.matches("/[!-~]*")) {
            throw BadValue.shown(text, "must be a path, such as /ping");
        }
        return text;
    };

    /** More ways to write to a group are agreed and not there yet. */
    static final Reading<String> WRITES = text -> oneOf(List.of("one"), text);

    static final Reading<String> USER = text -> {
        if (text.indexOf(':') >= 0) {
            throw new BadValue("holds a colon, which Basic credentials cannot carry", "use another user");
        }
        return text;
    };

    static final Reading<String> PASSWORD = text -> text;

    private Words() {}

    /** A constant of the enumeration, in lower case and with hyphens. */
    static <E extends Enum<E>> Reading<E> constant(Class<E> type) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return text ->
                Enum.valueOf(type, oneOf(words, text).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The name of a group that exists. */
    static Reading<String> group(Collection<String> groups) {
        return text -> {
            if (!groups.contains(text)) {
                String right = groups.isEmpty() ? "there is no group" : "must be one of " + String.join(", ", groups);
                throw new BadValue("names the unknown group \"" + text + "\"", right);
            }
            return text;
        };
    }

    private static String oneOf(List<String> words, String text) {
        if (!words.contains(text)) {
            throw BadValue.shown(text, "must be " + String.join(" or ", words));
        }
        return text;
    }
}
