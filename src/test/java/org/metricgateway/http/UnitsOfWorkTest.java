package org.metricgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.DefaultUnitOfWork;
import org.apache.camel.impl.engine.MDCUnitOfWork;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UnitsOfWorkTest {

    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:outer").routeId("outer").to("direct:inner");
                from("direct:inner").routeId("inner").stop();
            }
        });
        new UnitsOfWork().setCamelContext(context);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private UnitOfWork of(Exchange exchange) {
        return PluginHelper.getUnitOfWorkFactory(context).createUnitOfWork(exchange);
    }

    private Exchange ofClient() {
        return Clients.exchange(context);
    }

    @Test
    void remembersTheRoutesThatAnExchangeIsIn() {
        UnitOfWork work = of(ofClient());
        Route outer = context.getRoute("outer");
        Route inner = context.getRoute("inner");
        assertThat(work).isInstanceOf(LoopWork.class);
        assertThat(work.getRoute()).isNull();
        work.pushRoute(outer);
        work.pushRoute(inner);
        assertThat(work.getRoute()).isSameAs(inner);
        assertThat(work.routeStackLevel()).isEqualTo(2);
        assertThat(work.routeStackLevel(false, false)).isEqualTo(2);
        assertThat(work.popRoute()).isSameAs(inner);
        assertThat(work.popRoute()).isSameAs(outer);
        assertThat(work.popRoute()).isNull();
    }

    @Test
    void leavesAHostsExchangesToCamel() {
        assertThat(of(new DefaultExchange(context))).isExactlyInstanceOf(DefaultUnitOfWork.class);
    }

    @Test
    void leavesThemAllToCamelWhereItLogsWithAContext() throws Exception {
        context.setUseMDCLogging(true);
        PluginHelper.getUnitOfWorkFactory(context).afterPropertiesConfigured(context);
        assertThat(of(ofClient())).isInstanceOf(MDCUnitOfWork.class);
    }
}
