package org.metricgateway.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Camel's own schema accepts every file, also without the shorthand that later versions of Camel warn of. */
final class SchemaRules implements HouseRule {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V4);

    private final JsonSchema full = FACTORY.getSchema(CamelSchema.full());
    private final JsonSchema canonical = FACTORY.getSchema(CamelSchema.canonical());

    @Override
    public Stream<String> faults(Project project) {
        return project.routes().stream().flatMap(file -> fault(file).stream());
    }

    private Optional<String> fault(RouteFile file) {
        Optional<String> wrong = deepest(full, file.content()).map(text -> "not what Camel's schema allows: " + text);
        return wrong.or(() -> deepest(canonical, file.content()).map(text -> "not the canonical notation: " + text))
                .map(file::fault);
    }

    /** A validator names every alternative that it tried; the deepest thing that failed is what was meant. */
    private static Optional<String> deepest(JsonSchema schema, JsonNode content) {
        return schema.validate(content).stream()
                .max(Comparator.comparing(SchemaRules::depth).thenComparing(message -> !alternatives(message)))
                .map(ValidationMessage::getMessage);
    }

    private static int depth(ValidationMessage message) {
        return message.getInstanceLocation().getNameCount();
    }

    private static boolean alternatives(ValidationMessage message) {
        return message.getType().endsWith("Of");
    }
}
