package org.metricgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.SynchronizationRouteAware;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.support.SynchronizationAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client's request meets in a route, and what Camel's own would have it meet: the same. */
final class PlainRouteTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        context.stop();
    }

    private Processor see(String what) {
        return exchange -> seen.add(what);
    }

    private Exchange send(boolean clients, RouteBuilder routes) throws Exception {
        context.setStreamCaching(false);
        new PlainSteps().setCamelContext(context);
        context.addRoutes(routes);
        context.start();
        return context.createProducerTemplate()
                .send("direct:outer", clients ? Clients.atWork(context) : new DefaultExchange(context));
    }

    /** A route with another one in its middle. */
    private RouteBuilder around(Processor inner) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:outer")
                        .errorHandler(noErrorHandler())
                        .process(see("before"))
                        .to("direct:inner")
                        .process(see("after"));
                from("direct:inner")
                        .routeId("inner")
                        .errorHandler(noErrorHandler())
                        .process(inner);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isLeftForTheNextStepOfTheOneBefore(boolean clients) throws Exception {
        send(clients, around(see("inner")));
        assertThat(seen).containsExactly("before", "inner", "after");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsAllWhereItStops(boolean clients) throws Exception {
        send(clients, around(exchange -> exchange.setRouteStop(true)));
        assertThat(seen).containsExactly("before");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsAllWhereItFails(boolean clients) throws Exception {
        Exchange exchange = send(clients, around(any -> {
            throw new IllegalStateException("as it should");
        }));
        assertThat(seen).containsExactly("before");
        assertThat(exchange.getException()).hasMessage("as it should");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void knowsWhichRouteItIsInAndWhoIsInFlight(boolean clients) throws Exception {
        Exchange sent = send(clients, around(exchange -> {
            seen.add(exchange.getUnitOfWork().getRoute().getRouteId());
            seen.add("in flight " + context.getInflightRepository().size("inner"));
        }));
        assertThat(seen).containsExactly("before", "inner", "in flight 1", "after");
        assertThat(context.getInflightRepository().size("inner")).isZero();
        assertThat(sent.getUnitOfWork() == null ? null : sent.getUnitOfWork().getRoute())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tellsWhoWantsToKnowOfIt(boolean clients) throws Exception {
        send(clients, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:outer")
                        .errorHandler(noErrorHandler())
                        .process(exchange -> exchange.getExchangeExtension().addOnCompletion(new Told()))
                        .to("direct:inner");
                from("direct:inner")
                        .routeId("inner")
                        .errorHandler(noErrorHandler())
                        .process(see("inner"));
            }
        });
        assertThat(seen).startsWith("enters inner", "inner", "leaves inner");
    }

    private final class Told extends SynchronizationAdapter implements SynchronizationRouteAware {

        @Override
        public SynchronizationRouteAware getRouteSynchronization() {
            return this;
        }

        @Override
        public void onBeforeRoute(Route route, Exchange exchange) {
            seen.add("enters " + route.getRouteId());
        }

        @Override
        public void onAfterRoute(Route route, Exchange exchange) {
            seen.add("leaves " + route.getRouteId());
        }
    }

    @Test
    void isCamelsWhereItHasAPolicy() throws Exception {
        RoutePolicy policy = new RoutePolicySupport() {
            @Override
            public void onExchangeBegin(Route route, Exchange exchange) {
                seen.add("begins " + route.getRouteId());
            }
        };
        send(true, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:outer").errorHandler(noErrorHandler()).to("direct:inner");
                from("direct:inner")
                        .routeId("inner")
                        .routePolicy(policy)
                        .errorHandler(noErrorHandler())
                        .process(see("inner"));
            }
        });
        assertThat(seen).containsExactly("begins inner", "inner");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnWhereAStepEndsOnAnotherThread(boolean clients) throws Exception {
        Exchange exchange = send(clients, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:outer")
                        .errorHandler(noErrorHandler())
                        .process(new Elsewhere())
                        .to("direct:inner")
                        .process(see("after"));
                from("direct:inner")
                        .errorHandler(noErrorHandler())
                        .process(new Elsewhere())
                        .process(see("inner"));
            }
        });
        assertThat(seen).containsExactly("inner", "after");
        assertThat(exchange.getException()).isNull();
    }

    /** Ends on a thread of its own, most often before it returns on the first. */
    private static final class Elsewhere extends AsyncProcessorSupport {

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            CompletableFuture.runAsync(() -> callback.done(false));
            return false;
        }
    }

    @Test
    void failsWhereAnAsynchronousStepThrows() throws Exception {
        Exchange exchange = send(true, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:outer")
                        .errorHandler(noErrorHandler())
                        .process(new Broken())
                        .process(see("after"));
            }
        });
        assertThat(seen).isEmpty();
        assertThat(exchange.getException()).hasMessage("broken");
    }

    private static final class Broken extends AsyncProcessorSupport {

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            throw new IllegalStateException("broken");
        }
    }

    /** However often routes call one another, each of them returns before the next begins. */
    @Test
    void doesNotNestWhatComesAfterOneAnother() throws Exception {
        int times = 100_000;
        Exchange exchange = send(true, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:outer")
                        .errorHandler(noErrorHandler())
                        .loop(times)
                        .to("direct:inner")
                        .end()
                        .process(see("after"));
                from("direct:inner")
                        .errorHandler(noErrorHandler())
                        .process(any -> any.setVariable("passed", any.getVariable("passed", 0, Integer.class) + 1));
            }
        });
        assertThat(exchange.getVariable("passed")).isEqualTo(times);
        assertThat(seen).containsExactly("after");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesWhatAStepPutsOut(boolean clients) throws Exception {
        Exchange exchange = send(clients, new RouteBuilder() {
            @Override
            @SuppressWarnings("deprecation")
            public void configure() {
                from("direct:outer")
                        .errorHandler(noErrorHandler())
                        .process(any -> any.getOut().setBody("out"))
                        .to("direct:inner");
                from("direct:inner")
                        .errorHandler(noErrorHandler())
                        .process(any -> seen.add(any.getIn().getBody(String.class)));
            }
        });
        assertThat(seen).containsExactly("out");
        assertThat(exchange.getMessage().getBody()).isEqualTo("out");
    }
}
