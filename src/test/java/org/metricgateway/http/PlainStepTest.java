package org.metricgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Steps of a route do the same whether Camel watches them or not. */
final class PlainStepTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<String> nodes = new ArrayList<>();
    private final Processor notes =
            exchange -> nodes.add(String.valueOf(exchange.getExchangeExtension().getHistoryNodeId()));

    @AfterEach
    void stop() {
        context.stop();
    }

    private Exchange send(Exchange exchange, RouteBuilder routes) throws Exception {
        context.setStreamCaching(false);
        new PlainSteps().setCamelContext(context);
        context.addRoutes(routes);
        context.start();
        return context.createProducerTemplate().send("direct:start", exchange);
    }

    private RouteBuilder oneStep() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start")
                        .errorHandler(noErrorHandler())
                        .process(notes)
                        .id("noting");
            }
        };
    }

    @Test
    void areCalledAsTheyAreForAClientsRequest() throws Exception {
        send(Clients.atWork(context), oneStep());
        assertThat(nodes).containsExactly("null");
    }

    @Test
    void areCamelsForAHostsExchange() throws Exception {
        send(new DefaultExchange(context), oneStep());
        assertThat(nodes).containsExactly("noting");
    }

    @Test
    void areCamelsWhereSomebodyWatches() throws Exception {
        context.setMessageHistory(true);
        Exchange exchange = send(Clients.atWork(context), oneStep());
        assertThat(nodes).containsExactly("noting");
        assertThat(exchange.getAllProperties()).containsKey(Exchange.MESSAGE_HISTORY);
    }

    @Test
    void areLeftOutWhereTheyAreDisabled() throws Exception {
        send(Clients.atWork(context), new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start")
                        .errorHandler(noErrorHandler())
                        .process(notes)
                        .disabled()
                        .setVariable("on", constant(true));
            }
        });
        assertThat(nodes).isEmpty();
    }

    @Test
    void endWhereTheRouteStops() throws Exception {
        Exchange exchange = send(Clients.atWork(context), new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start")
                        .errorHandler(noErrorHandler())
                        .setVariable("first", constant(true))
                        .stop()
                        .setVariable("second", constant(true));
            }
        });
        assertThat(exchange.getVariables()).containsOnlyKeys("first");
    }

    /** What the error handler of a route further in has given up may still be another one's business. */
    @Test
    void putRightWhatTheErrorHandlerOfAnotherRouteLeaves() throws Exception {
        Exchange exchange = send(Clients.atWork(context), new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start")
                        .errorHandler(noErrorHandler())
                        .choice()
                        .when(constant(true))
                        .to("direct:own");
                from("direct:own")
                        .errorHandler(defaultErrorHandler().logExhausted(false))
                        .throwException(IllegalStateException.class, "");
            }
        });
        assertThat(exchange.getException()).isNotNull();
        assertThat(exchange.getExchangeExtension().isRedeliveryExhausted()).isFalse();
    }

    /** A route further out must not begin again with what one further in has given up. */
    @Test
    void leaveToOthersWhatTheirOwnErrorHandlerHasGivenUp() throws Exception {
        Exchange exchange = send(Clients.atWork(context), new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(3).logExhausted(false))
                        .to("direct:own");
                from("direct:own")
                        .errorHandler(defaultErrorHandler().logExhausted(false))
                        .process(notes)
                        .throwException(IllegalStateException.class, "");
            }
        });
        assertThat(exchange.getException()).isNotNull();
        assertThat(nodes).hasSize(1);
    }

    @Test
    void handOnWhatTheyThrow() throws Exception {
        Exchange exchange = send(Clients.atWork(context), new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start")
                        .errorHandler(noErrorHandler())
                        .choice()
                        .when(constant(true))
                        .process(any -> {
                            throw new IllegalStateException("as it should");
                        })
                        .end()
                        .process(notes);
            }
        });
        assertThat(exchange.getException()).hasMessage("as it should");
        assertThat(nodes).isEmpty();
    }
}
