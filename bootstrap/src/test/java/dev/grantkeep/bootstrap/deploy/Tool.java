package dev.grantkeep.bootstrap.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program of this machine; a test that needs one which is not there is skipped and says so. */
record Tool(String name) {
    static Tool named(String name) {
        assumeThat(Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of))
                .as("a directory with %s", name)
                .anyMatch(directory -> Files.isExecutable(directory.resolve(name)));
        return new Tool(name);
    }

    /** What it says; it has to succeed. */
    String output(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
