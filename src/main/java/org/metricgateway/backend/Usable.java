package org.metricgateway.backend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** Those of a group's backends that are well, at one time, in the group's order. */
final class Usable {

    /** What all turns may be refused at, until somebody looks at each in order instead. */
    private static final int DRAWS = 16;

    private final Backend[] backends;
    private final int[] weightsUpTo;

    private Usable(List<Backend> backends) {
        this.backends = backends.toArray(Backend[]::new);
        this.weightsUpTo = new int[this.backends.length];
        int sum = 0;
        for (int i = 0; i < weightsUpTo.length; i++) {
            sum += this.backends[i].weight();
            weightsUpTo[i] = sum;
        }
    }

    /** The active ones; of these only those that passed their latest probe, if there are such. */
    static Usable of(List<Backend> backends) {
        List<Backend> active = backends.stream()
                .filter(one -> one.standing() == Standing.ACTIVE)
                .toList();
        List<Backend> sound = active.stream().filter(Backend::isSound).toList();
        return new Usable(sound.isEmpty() ? active : sound);
    }

    int size() {
        return backends.length;
    }

    boolean isEmpty() {
        return backends.length == 0;
    }

    Backend get(int place) {
        return backends[place];
    }

    /** Whether somebody is here who was not there. */
    boolean hasMoreThan(Usable before) {
        Set<Backend> known = new HashSet<>(Arrays.asList(before.backends));
        return Arrays.stream(backends).anyMatch(one -> !known.contains(one));
    }

    /** How many turns may be taken in vain. */
    int draws() {
        return DRAWS + 2 * backends.length;
    }

    /** @return the place of one that is fit, each with the same chance; -1 if none was met */
    int draw(Predicate<Backend> fit) {
        for (int i = 0; i < draws(); i++) {
            int place = ThreadLocalRandom.current().nextInt(backends.length);
            if (fit.test(backends[place])) {
                return place;
            }
        }
        return -1;
    }

    /** Of this place among the sum of all weights. */
    Backend byWeight(int of) {
        int low = 0;
        int high = backends.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (of < weightsUpTo[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return backends[low];
    }

    int weight() {
        return weightsUpTo[backends.length - 1];
    }

    /** All, beginning with any. */
    List<Backend> fromAnywhere() {
        List<Backend> all = new ArrayList<>(backends.length);
        int first = ThreadLocalRandom.current().nextInt(backends.length);
        for (int i = 0; i < backends.length; i++) {
            all.add(backends[(first + i) % backends.length]);
        }
        return all;
    }
}
