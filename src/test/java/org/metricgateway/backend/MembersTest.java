package org.metricgateway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.ServiceStatus;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metricgateway.config.BackendAddress;

/** Backends that join and leave, with the real wiring and the real template. */
final class MembersTest {

    private static final String FIXED = "http://localhost:8081";

    private final DefaultCamelContext context = new DefaultCamelContext();
    private Members members;
    private Group group;

    @BeforeEach
    void start() throws Exception {
        for (String name : List.of("beans", "backend")) {
            String yaml = Files.readString(Path.of("routes", name + ".camel.yaml"));
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(name + ".camel.yaml", yaml));
        }
        context.start();
        members = context.getRegistry().lookupByNameAndType("members", Members.class);
        group = context.getRegistry()
                .lookupByNameAndType("groups", Groups.class)
                .named("cpu");
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private void become(String... urls) {
        List<BackendAddress> addresses = new ArrayList<>();
        for (String url : urls) {
            String[] parts = url.split(";weight=");
            addresses.add(new BackendAddress(URI.create(parts[0]), parts.length == 1 ? 1 : Integer.parseInt(parts[1])));
        }
        members.become("cpu", addresses);
    }

    private Backend named(String name) {
        return group.backends().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> routes() {
        return context.getRoutes().stream().map(Route::getRouteId).toList();
    }

    /** Until nobody is left who has left. */
    private void retireDownTo(int routes) {
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> {
            members.retire();
            return context.getRoutesSize() == routes;
        });
    }

    @Test
    void whoJoinsHasARouteThatRuns() {
        assertThat(members.started()).isCompleted();
        become(FIXED, "http://[::1]:1/base");
        assertThat(group.backends()).extracting(Backend::name).containsExactly("localhost:8081", "[::1]:1/base");
        String route = named("[::1]:1/base").routeId();
        assertThat(context.getRouteController().getRouteStatus(route)).isEqualTo(ServiceStatus.Started);
    }

    @Test
    void whoLeavesFinishesItsWorkFirst() {
        become(FIXED, "http://10.0.0.1:1");
        Backend busy = named("10.0.0.1:1");
        assertThat(busy.begin()).isTrue();
        become(FIXED, "http://10.0.0.2:1");
        become(FIXED);
        // Of two that left, the idle one ends.
        retireDownTo(3);
        assertThat(routes()).contains(busy.routeId());
        assertThat(group.backends()).doesNotContain(busy);
        busy.end();
        retireDownTo(2);
        assertThat(busy.begin()).isFalse();
        assertThat(busy.inFlight()).isZero();
    }

    @Test
    void whoComesBackInTimeGoesOn() {
        become(FIXED, "http://10.0.0.1:1");
        Backend once = named("10.0.0.1:1");
        assertThat(once.begin()).isTrue();
        become(FIXED);
        become(FIXED, "http://10.0.0.1:1");
        assertThat(named("10.0.0.1:1")).isSameAs(once);
        assertThat(once.inFlight()).isEqualTo(1);
        once.end();
        members.retire();
        assertThat(once.begin()).isTrue();
    }

    @Test
    void whoComesBackLaterIsNew() {
        become(FIXED, "http://10.0.0.1:1");
        Backend once = named("10.0.0.1:1");
        become(FIXED);
        retireDownTo(2);
        become(FIXED, "http://10.0.0.1:1");
        Backend again = named("10.0.0.1:1");
        assertThat(again).isNotSameAs(once);
        assertThat(context.getRouteController().getRouteStatus(again.routeId())).isEqualTo(ServiceStatus.Started);
        assertThat(again.breakerState()).isEqualTo("CLOSED");
    }

    @Test
    void aWeightChangesWhereItIs() {
        become(FIXED, "http://10.0.0.1:1;weight=3");
        Backend once = named("10.0.0.1:1");
        assertThat(once.weight()).isEqualTo(3);
        become(FIXED, "http://10.0.0.1:1;weight=7");
        assertThat(named("10.0.0.1:1")).isSameAs(once);
        assertThat(once.weight()).isEqualTo(7);
    }

    @Test
    void anotherSchemeWaitsForTheRouteOfTheFirst() {
        become(FIXED, "http://10.0.0.1:1");
        become(FIXED, "https://10.0.0.1:1");
        assertThat(group.backends()).hasSize(1);
        retireDownTo(2);
        become(FIXED, "https://10.0.0.1:1");
        assertThat(named("10.0.0.1:1").url()).hasScheme("https");
    }

    @Test
    void aGroupMayBeEmpty() {
        become();
        assertThat(group.backends()).isEmpty();
        retireDownTo(1);
        become(FIXED);
        assertThat(named("localhost:8081").begin()).isTrue();
    }

    @Test
    void nothingIsLeftOfThoseThatLeft() throws Exception {
        become(FIXED, "http://10.1.0.0:1");
        become(FIXED);
        retireDownTo(2);
        List<Integer> before = counts();
        for (int round = 0; round < 150; round++) {
            become(FIXED, "http://10.0." + round % 3 + "." + round % 250 + ":1");
        }
        become(FIXED);
        retireDownTo(2);
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void nobodyRemembersWhoLeft() {
        become(FIXED, "http://10.0.0.1:1");
        WeakReference<Backend> once = new WeakReference<>(named("10.0.0.1:1"));
        become(FIXED);
        retireDownTo(2);
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> {
            System.gc();
            return once.get() == null;
        });
    }

    private List<Integer> counts() throws Exception {
        return List.of(
                context.getEndpoints().size(),
                context.getRouteDefinitions().size(),
                context.getCamelContextExtension().getRouteStartupOrder().size(),
                (int) context.getCamelContextExtension().getServices().stream()
                        .filter(Service.class::isInstance)
                        .count());
    }
}
