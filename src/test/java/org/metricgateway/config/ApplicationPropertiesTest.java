package org.metricgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The file at the top level says what the code does. */
final class ApplicationPropertiesTest {

    private static final Path FILE = Path.of("application.properties");
    private static final Pattern DOCUMENTED = Pattern.compile("#?(gateway\\.\\S+) =\\s?(.*)");
    private static final String GROUP = "gateway.group.cpu.";

    private final List<String> lines = lines();

    @Test
    void documentsEveryKeyAndNoOther() {
        Set<String> expected = new TreeSet<>(Keys.SINGLE.keySet());
        Keys.GROUP.keySet().forEach(key -> expected.add(GROUP + key));
        expected.addAll(
                Set.of(GROUP + "headers.X-Tenant", "gateway.group.mem.urls", "gateway.rule.1", "gateway.rule.2"));
        assertThat(documented().keySet()).isEqualTo(expected);
    }

    @Test
    void documentsTheDefaults() {
        documented().forEach((key, value) -> {
            if (Keys.SINGLE.containsKey(key)
                    || key.startsWith(GROUP) && !Keys.fallback(key).isEmpty()) {
                assertThat(value).as(key).isEqualTo(Keys.fallback(key));
            }
        });
    }

    @Test
    void startsAsItIsWithTwoKairosDbs() {
        Settings settings = Given.settings(String.join("\n", lines));
        assertThat(settings.groups().values())
                .extracting(group -> group.name() + " " + group.urls())
                .containsExactly("cpu [http://localhost:8081]", "mem [http://localhost:8082]");
        assertThat(settings.rules())
                .extracting(rule -> rule.pattern() + " " + rule.group())
                .containsExactly("^cpu[.] cpu", "^mem[.] mem");
        assertThat(lines.stream().filter(line -> line.startsWith("gateway."))).hasSize(4);
    }

    @Test
    void startsWithEveryDefaultWrittenOut() {
        List<String> writtenOut = lines.stream()
                .map(line -> DOCUMENTED.matcher(line).matches() ? line.replaceFirst("^#", "") : line)
                .toList();
        assertThat(Given.faults(String.join("\n", writtenOut))).isEmpty();
    }

    @Test
    void saysSomethingAboutEachKey() {
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith("#gateway.")) {
                assertThat(lines.get(i - 1)).as(lines.get(i)).startsWith("# ");
            }
        }
    }

    @Test
    void namesOnlyKeysThatCamelKnows() throws IOException {
        Set<String> known = camelKeys();
        // The Camel CLI's, which is not among our dependencies.
        known.add("camel.jbang.classpathFiles");
        assertThat(PropertiesText.properties(new Source("", String.join("\n", lines))))
                .filteredOn(property -> !property.ours())
                .isNotEmpty()
                .allSatisfy(property -> assertThat(known).contains(property.key()));
    }

    private Map<String, String> documented() {
        Map<String, String> documented = new TreeMap<>();
        for (String line : lines) {
            Matcher matcher = DOCUMENTED.matcher(line);
            if (matcher.matches()) {
                assertThat(documented.put(matcher.group(1), matcher.group(2)))
                        .as(line)
                        .isNull();
            }
        }
        return documented;
    }

    private static Set<String> camelKeys() throws IOException {
        Set<String> keys = new TreeSet<>();
        String metadata = "/META-INF/camel-main-configuration-metadata.json";
        try (InputStream in = ApplicationPropertiesTest.class.getResourceAsStream(metadata)) {
            for (JsonNode property : new ObjectMapper().readTree(in).get("properties")) {
                keys.add(property.get("name")
                        .asText()
                        .replaceAll("(?<=[a-z0-9])([A-Z])", "-$1")
                        .toLowerCase());
            }
        }
        return keys;
    }

    private static List<String> lines() {
        try {
            return new ArrayList<>(Files.readAllLines(FILE));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
