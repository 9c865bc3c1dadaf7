package org.metricgateway.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricgateway.config.Configuration;
import org.metricgateway.config.Settings;
import org.metricgateway.config.Surroundings;

/** What src/deploy/kubernetes.yaml says is what the gateway does. */
final class KubernetesTest {

    private static final Path FILE = Path.of("src/deploy/kubernetes.yaml");

    private final String yaml = Files.readString(FILE);
    private final Manifest manifest = Manifest.parse(yaml);

    @TempDir
    private Path folder;

    KubernetesTest() throws IOException {}

    @ParameterizedTest
    @CsvSource({
        "'replicas: 2', 'replica: 2', replica",
        "readOnlyRootFilesystem, readOnlyRootFileSystem, readOnlyRootFileSystem",
        "minAvailable, minimumAvailable, minimumAvailable",
        "failureThreshold, failures, failures",
        "'kind: Service', 'kind: Servant', Servant",
    })
    void aMisspeltFieldIsRefused(String right, String wrong, String named) {
        assertThat(yaml).contains(right);
        assertThatThrownBy(() -> Manifest.parse(yaml.replace(right, wrong))).hasMessageContaining(named);
    }

    @Test
    void everythingSelectsTheSamePods() {
        Map<String, String> labels = template().getMetadata().getLabels();
        assertThat(deployment().getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
        assertThat(service().getSpec().getSelector()).isEqualTo(labels);
        assertThat(manifest.only(PodDisruptionBudget.class)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels())
                .isEqualTo(labels);
    }

    @Test
    void theSettingsAreValid() throws IOException {
        assertThat(settings().groups()).containsOnlyKeys("cpu", "mem");
    }

    @Test
    void thePortsAreThoseThatTheGatewayOpens() throws IOException {
        Map<String, Integer> ports = container().getPorts().stream()
                .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
        assertThat(ports)
                .containsEntry("data", settings().listen().port())
                .containsEntry("admin", settings().adminListen().port());
        assertThat(service().getSpec().getPorts())
                .allSatisfy(port -> assertThat(port.getTargetPort().getStrVal()).isEqualTo("data"));
    }

    @Test
    void theProbesAskTheAdminPort() {
        assertThat(asked(container().getReadinessProbe())).isEqualTo("admin/readyz");
        assertThat(asked(container().getLivenessProbe())).isEqualTo("admin/healthz");
        assertThat(asked(container().getStartupProbe())).isEqualTo("admin/healthz");
    }

    @Test
    void prometheusFindsTheMetrics() throws IOException {
        String port = String.valueOf(settings().adminListen().port());
        assertThat(template().getMetadata().getAnnotations())
                .containsEntry("prometheus.io/port", port)
                .containsEntry("prometheus.io/path", "/metrics");
    }

    @Test
    void thePodLivesLongEnoughToStopCleanly() throws IOException {
        Settings settings = settings();
        Duration stopping = settings.shutdownDelay().plus(settings.shutdownGrace());
        assertThat(settings.shutdownDelay()).isEqualTo(Duration.ofSeconds(5));
        assertThat(Duration.ofSeconds(pod().getTerminationGracePeriodSeconds())).isGreaterThan(stopping);
    }

    @Test
    void everyMountHasItsVolume() {
        Stream<String> mounts = container().getVolumeMounts().stream().map(mount -> mount.getName());
        assertThat(mounts)
                .containsExactlyInAnyOrderElementsOf(pod().getVolumes().stream()
                        .map(volume -> volume.getName())
                        .toList());
    }

    private Settings settings() throws IOException {
        Path file = folder.resolve("application.properties");
        Files.writeString(file, manifest.only(ConfigMap.class).getData().get("application.properties"));
        Map<String, String> environment = Map.of("GATEWAY_CONFIG", file.toString());
        Surroundings surroundings =
                new Surroundings(environment, Map.of(), folder, getClass().getClassLoader());
        return Configuration.load(surroundings).settings();
    }

    private static String asked(Probe probe) {
        return probe.getHttpGet().getPort().getStrVal() + probe.getHttpGet().getPath();
    }

    private Deployment deployment() {
        return manifest.only(Deployment.class);
    }

    private Service service() {
        return manifest.only(Service.class);
    }

    private PodTemplateSpec template() {
        return deployment().getSpec().getTemplate();
    }

    private PodSpec pod() {
        return template().getSpec();
    }

    private Container container() {
        return pod().getContainers().get(0);
    }
}
