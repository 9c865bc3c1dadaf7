package org.metricgateway;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.spi.PropertiesSource;
import org.metricgateway.config.Configuration;

/** Lets routes say {@code {{gateway.listen}}} wherever the setting came from, defaults included. */
public final class Placeholders implements PropertiesSource, CamelContextAware {

    private final Map<String, String> properties;
    private CamelContext context;

    public Placeholders(Configuration configuration) {
        this.properties = configuration.properties();
    }

    @Override
    public String getName() {
        return "metric-gateway";
    }

    @Override
    public String getProperty(String name) {
        return properties.get(name);
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        if (context == null) {
            context = camelContext;
            context.getPropertiesComponent().addPropertiesSource(this);
        }
    }

    @Override
    public CamelContext getCamelContext() {
        return context;
    }
}
