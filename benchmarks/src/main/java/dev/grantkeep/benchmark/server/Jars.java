package dev.grantkeep.benchmark.server;

import dev.grantkeep.benchmark.database.Persistence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.yaml.snakeyaml.Yaml;

/**
 * What is built.
 *
 * @param root the directory of the sources
 */
public record Jars(Path root) {
    public Path grantkeep() {
        return root.resolve("bootstrap/target/grantkeep.jar").toAbsolutePath();
    }

    /** How many connections Grantkeep's pool has, if nobody sets it. */
    int poolSize(Persistence persistence) {
        return number(persistence.settingsFile(), List.of(persistence.poolSize().split("\\.", -1)));
    }

    private int number(String file, List<String> path) {
        try (JarFile jar = new JarFile(grantkeep().toFile());
                InputStream in = jar.getInputStream(jar.getEntry(file))) {
            Object value = new Yaml().load(in);
            for (String name : path) {
                value = value instanceof Map<?, ?> map ? map.get(name) : null;
            }
            return Integer.parseInt(String.valueOf(value));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
