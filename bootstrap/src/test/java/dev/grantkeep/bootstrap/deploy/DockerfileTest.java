package dev.grantkeep.bootstrap.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DockerfileTest {
    private static final Set<String> KNOWN =
            Set.of("FROM", "COPY", "RUN", "ENV", "USER", "WORKDIR", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT");

    private List<Instruction> instructions;

    @BeforeEach
    void read() throws IOException {
        instructions = Instruction.ofDockerfile();
    }

    @Test
    void itHasOnlyKnownInstructionsOnOneLineEach() {
        assertThat(instructions).isNotEmpty().allSatisfy(instruction -> {
            assertThat(instruction.name()).isIn(KNOWN);
            assertThat(instruction.rest()).doesNotEndWith("\\");
        });
    }

    @Test
    void theProgramRunsAsANumberedUserOtherThanRoot() {
        assertThat(last("USER").rest()).matches("[1-9][0-9]{3,}:[1-9][0-9]{3,}");
        assertThat(instructions.indexOf(last("USER"))).isGreaterThan(instructions.lastIndexOf(last("COPY")));
    }

    @Test
    void imagesAreNamedInFullAndStagesExist() {
        List<String> stages = named("FROM")
                .filter(from -> from.rest().contains(" AS "))
                .map(from -> from.rest().replaceFirst(".* AS ", ""))
                .toList();
        assertThat(named("FROM").map(from -> from.arguments().getFirst()))
                .allSatisfy(image -> assertThat(image).matches("docker\\.io/\\S+:25\\S*|" + String.join("|", stages)));
        assertThat(named("COPY").filter(copy -> copy.rest().contains("--from=")))
                .isNotEmpty()
                .allSatisfy(copy -> assertThat(copy.rest().replaceFirst("--from=(\\S+).*", "$1"))
                        .isIn(stages));
    }

    /** The jar and its list of parts are made by the build; the rest is here. */
    @Test
    void whatIsCopiedIsThereAndSentToTheBuilder() throws IOException {
        List<String> sent = Files.readAllLines(Instruction.DEPLOY.resolve("Dockerfile.dockerignore"));
        assertThat(sources())
                .contains("bootstrap/target/grantkeep.jar", "LICENSE")
                .allSatisfy(source -> assertThat(sent)
                        .anyMatch(line -> line.equals("!" + source)
                                || source.startsWith(line.substring(1) + "/") && line.startsWith("!")));
        assertThat(sources().filter(source -> !source.startsWith("bootstrap/target/")))
                .allSatisfy(source -> assertThat(Path.of("..", source)).exists());
    }

    @Test
    void noSecretIsInIt() {
        assertThat(instructions)
                .noneMatch(instruction ->
                        instruction.is("ENV") && instruction.rest().matches("(?i).*(secret|password|token|key).*"))
                .noneMatch(instruction ->
                        instruction.is("COPY") && instruction.rest().contains("secrets"));
    }

    @Test
    void itsHealthIsAskedByTheProgram() {
        assertThat(last("HEALTHCHECK").rest()).endsWith("CMD [\"grantkeep\", \"health\"]");
        assertThat(last("ENTRYPOINT").rest()).isEqualTo("[\"grantkeep\"]");
        assertThat(sources()).contains("deploy/image/grantkeep");
    }

    /** An anonymous volume is lost with its container and hides that it will be. */
    @Test
    void theVolumeIsTheOperators() {
        assertThat(named("VOLUME")).isEmpty();
        assertThat(instructions).contains(new Instruction("ENV", "GRANTKEEP_DATA_DIRECTORY=/data/grantkeep"));
    }

    private Stream<String> sources() {
        return named("COPY")
                .filter(copy -> !copy.rest().contains("--from="))
                .map(Instruction::arguments)
                .flatMap(words -> words.subList(0, words.size() - 1).stream());
    }

    private Stream<Instruction> named(String name) {
        return instructions.stream().filter(instruction -> instruction.is(name));
    }

    private Instruction last(String name) {
        return named(name).reduce((first, second) -> second).orElseThrow();
    }
}
