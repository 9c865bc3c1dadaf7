package org.metricgateway;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.impl.engine.DefaultCamelBeanPostProcessor;

/**
 * Injects what Camel's annotations ask for into whoever has any. Neither the gateway's beans do nor what becomes of a YAML
 * file, and to search every field and method of theirs took a twentieth of the start.
 */
final class AnnotatedBeans extends DefaultCamelBeanPostProcessor {

    private static final String OURS = AnnotatedBeans.class.getPackageName() + ".";
    private static final String OF_YAML = "org.apache.camel.dsl.yaml.";

    AnnotatedBeans(CamelContext camelContext) {
        super(camelContext);
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) throws Exception {
        String type = bean.getClass().getName();
        if (!type.startsWith(OURS) && !type.startsWith(OF_YAML)) {
            return super.postProcessBeforeInitialization(bean, beanName);
        }
        if (bean instanceof CamelContextAware aware && canSetCamelContext(bean, beanName)) {
            aware.setCamelContext(getOrLookupCamelContext());
        }
        return bean;
    }
}
