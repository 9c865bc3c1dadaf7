package org.metricgateway;

import org.apache.camel.CamelContext;
import org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader;
import org.apache.camel.impl.engine.DefaultRoutesLoader;
import org.apache.camel.main.Main;
import org.apache.camel.spi.CamelBeanPostProcessor;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Camel Main that reads each route file once, and looks for annotations where there may be some.
 * Camel itself reads every file twice: ahead for the beans in it, then for the routes. Here only the file of the beans is read
 * ahead; those of other files are made when it is their turn.
 */
final class RoutesOnce extends Main {

    private final String beans;

    /** @param locations of the route files, that of the beans first */
    RoutesOnce(String locations) {
        beans = locations.split(",", 2)[0];
        addOverrideProperty("camel.main.routes-include-pattern", locations);
    }

    @Override
    protected CamelContext createCamelContext() {
        CamelContext created = super.createCamelContext();
        created.getCamelContextExtension().addContextPlugin(CamelBeanPostProcessor.class, new AnnotatedBeans(created));
        return created;
    }

    /** Here Camel would begin to read ahead. */
    @Override
    protected void modelineRoutes(CamelContext camelContext) throws Exception {
        Loader loader = new Loader(beans);
        loader.setCamelContext(camelContext);
        ServiceHelper.startService(loader);
        camelContext.getRegistry().bind(DefaultRoutesLoader.ROUTES_LOADER_KEY_PREFIX + "camel.yaml", loader);
        Resource file = PluginHelper.getResourceLoader(camelContext).resolveResource(beans);
        loader.preParseRoute(file);
    }

    private static final class Loader extends YamlRoutesBuilderLoader {

        private final String beans;

        Loader(String beans) {
            this.beans = beans;
        }

        @Override
        public void preParseRoute(Resource resource) throws Exception {
            if (resource.getLocation().equals(beans)) {
                super.preParseRoute(resource);
            }
        }
    }
}
