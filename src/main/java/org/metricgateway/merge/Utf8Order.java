package org.metricgateway.merge;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Texts in the order of their UTF-8 bytes, as Go sorts them; that of Java differs beyond the first 64 thousand characters. */
final class Utf8Order {

    static final Comparator<String> OF_TEXTS = Utf8Order::compare;

    static final Comparator<List<String>> OF_ROWS = Utf8Order::compareRows;

    private Utf8Order() {}

    private static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean surrogates = Character.isSurrogate(a) != Character.isSurrogate(b);
                return surrogates ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    private static int compareRows(List<String> one, List<String> other) {
        Iterator<String> others = other.iterator();
        for (String text : one) {
            int order = others.hasNext() ? compare(text, others.next()) : 1;
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }
}
