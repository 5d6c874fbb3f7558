package dev.grantkeep.bootstrap.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A line of the Dockerfile, such as {@code USER 10001}. */
record Instruction(String name, String rest) {
    static final Path DEPLOY = Path.of("..", "deploy");

    static List<Instruction> ofDockerfile() throws IOException {
        try (Stream<String> lines = Files.lines(DEPLOY.resolve("Dockerfile"))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .map(words -> new Instruction(words[0], words[1]))
                    .toList();
        }
    }

    /** The arguments without options. */
    List<String> arguments() {
        return Stream.of(rest.split(" ")).filter(word -> !word.startsWith("--")).toList();
    }

    boolean is(String instruction) {
        return name.equals(instruction);
    }
}
