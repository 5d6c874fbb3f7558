package dev.grantkeep.bootstrap.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What compose, Kubernetes and systemd are told. */
class ManifestsTest {
    private static final Path BASE = Instruction.DEPLOY.resolve(Path.of("kustomize", "base"));

    @Test
    void composeKeepsContainersSmallAndWatched() throws IOException {
        Map<String, Object> compose = yaml(Instruction.DEPLOY.resolve("compose.yaml"));
        assertThat(object(compose, "services").keySet()).containsExactlyInAnyOrder("grantkeep", "database");
        for (String each : object(compose, "services").keySet()) {
            assertThat(object(compose, "services", each))
                    .containsEntry("restart", "unless-stopped")
                    .containsKey("mem_limit");
        }
        assertThat(object(compose, "services", "grantkeep"))
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("ports", List.of("127.0.0.1:8080:8080"));
        assertThat(object(compose, "services", "database")).containsKeys("healthcheck", "volumes");
        assertThat(object(compose, "services", "grantkeep", "depends_on", "database"))
                .containsEntry("condition", "service_healthy");
    }

    @Test
    void composeHandsSecretsOverAsFilesThatAreMadeBefore() throws IOException {
        Map<String, Object> compose = yaml(Instruction.DEPLOY.resolve("compose.yaml"));
        String maker = Files.readString(Instruction.DEPLOY.resolve("make-secrets"));
        for (String secret : object(compose, "secrets").keySet()) {
            assertThat(object(compose, "secrets", secret)).containsEntry("file", "secrets/" + secret);
            assertThat(maker).contains("make " + secret + " ");
        }
        for (String service : object(compose, "services").keySet()) {
            assertThat(object(compose, "secrets").keySet())
                    .containsAll(texts(object(compose, "services", service).get("secrets")));
            object(compose, "services", service, "environment").forEach(ManifestsTest::refuseSecret);
        }
        assertKnown(object(compose, "services", "grantkeep", "environment").keySet().stream());
    }

    @Test
    void thePodsAreProbedLimitedAndWithoutRights() throws IOException {
        Map<String, Object> pod = pod();
        Map<String, Object> container = container(pod);
        assertThat(container).containsKeys("startupProbe", "livenessProbe", "readinessProbe", "lifecycle");
        assertThat(object(container, "livenessProbe", "httpGet")).containsEntry("path", "/health/liveness");
        assertThat(object(container, "readinessProbe", "httpGet")).containsEntry("path", "/health/readiness");
        assertThat(object(container, "resources", "limits")).containsKey("memory");
        assertThat(object(container, "resources", "requests")).containsKeys("cpu", "memory");
        assertThat(object(container, "securityContext"))
                .containsEntry("readOnlyRootFilesystem", true)
                .containsEntry("allowPrivilegeEscalation", false)
                .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
        assertThat(object(pod, "securityContext")).containsEntry("runAsNonRoot", true);
        assertThat(pod).containsEntry("automountServiceAccountToken", false);
    }

    @Test
    void podsAreNotAllEvictedAtOnce() throws IOException {
        assertThat(yaml(BASE.resolve("disruption.yaml"))).containsEntry("kind", "PodDisruptionBudget");
        assertThat(object(yaml(BASE.resolve("disruption.yaml")), "spec")).containsEntry("maxUnavailable", 1);
        assertThat(object(yaml(BASE.resolve("deployment.yaml")), "spec")).containsEntry("replicas", 2);
    }

    @Test
    void noSecretIsInTheManifestsAndAllComeFromOneThatIsThere() throws IOException {
        for (Path file : files(Instruction.DEPLOY.resolve("kustomize"))) {
            assertThat(yaml(file)).doesNotContainEntry("kind", "Secret").doesNotContainKey("secretGenerator");
        }
        List<?> variables = (List<?>) container(pod()).get("env");
        for (Object variable : variables) {
            refuseSecret(((Map<?, ?>) variable).get("name"), ((Map<?, ?>) variable).get("value"));
        }
        assertKnown(variables.stream().map(variable -> String.valueOf(((Map<?, ?>) variable).get("name"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "example"})
    void kustomizeBuildsThem(String directory) throws Exception {
        String built = Tool.named("kubectl")
                .output(
                        "kustomize",
                        Instruction.DEPLOY
                                .resolve("kustomize")
                                .resolve(directory)
                                .toString());
        List<Object> objects = new ArrayList<>();
        new Yaml().loadAll(built).forEach(objects::add);
        assertThat(objects)
                .hasSize(3)
                .allSatisfy(made -> assertThat(made.toString()).contains("grantkeep"));
    }

    @Test
    void theUnitIsConfined() throws IOException {
        List<String> unit = Files.readAllLines(Instruction.DEPLOY.resolve(Path.of("systemd", "grantkeep.service")));
        assertThat(unit)
                .contains(
                        "User=grantkeep",
                        "CapabilityBoundingSet=",
                        "NoNewPrivileges=yes",
                        "ProtectSystem=strict",
                        "ProtectHome=yes",
                        "PrivateTmp=yes",
                        "StateDirectory=grantkeep",
                        "Restart=on-failure",
                        "SystemCallFilter=@system-service")
                .allSatisfy(line -> assertThat(line).matches("|#.*|\\[[A-Z][a-z]+]|[A-Za-z]+=.*"));
    }

    @Test
    void systemdTakesTheUnitAndFindsItConfined() throws Exception {
        String unit = Instruction.DEPLOY
                .resolve(Path.of("systemd", "grantkeep.service"))
                .toString();
        Tool systemd = Tool.named("systemd-analyze");
        assertThat(systemd.output("verify", "--man=no", unit)).doesNotContain("Unknown", "ignoring", "Failed");
        systemd.output("security", "--offline=true", "--threshold=20", unit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"make-secrets", "try-image", "image/grantkeep", "image/make-start-cache"})
    void scriptsAreScripts(String script) throws Exception {
        Tool.named("sh").output("-n", Instruction.DEPLOY.resolve(script).toString());
        assertThat(Files.isExecutable(Instruction.DEPLOY.resolve(script))).isTrue();
    }

    /** A setting that may be a secret is the name of a file. */
    private static void refuseSecret(Object name, Object value) {
        if (name.toString().matches(".*(SECRET|PASSWORD|TOKEN|API_KEY).*")) {
            assertThat(name.toString()).endsWith("_FILE");
            assertThat(value.toString()).startsWith("/run/secrets/");
        }
    }

    private static void assertKnown(Stream<String> variables) throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        assertThat(variables).isNotEmpty().allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    private static Map<String, Object> pod() throws IOException {
        return object(yaml(BASE.resolve("deployment.yaml")), "spec", "template", "spec");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> container(Map<String, Object> pod) {
        return (Map<String, Object>) ((List<?>) pod.get("containers")).getFirst();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> in, String... path) {
        Map<String, Object> found = in;
        for (String name : path) {
            found = (Map<String, Object>) found.get(name);
        }
        return found;
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static Map<String, Object> yaml(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return new Yaml().load(content);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
