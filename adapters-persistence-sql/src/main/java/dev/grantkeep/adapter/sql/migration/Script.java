package dev.grantkeep.adapter.sql.migration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.resource.LoadableResource;

/** A script of the schema, read from the class path. */
final class Script extends LoadableResource {
    private final String name;

    Script(String name) {
        this.name = name;
    }

    /** What the history says of it once it is applied. */
    String entry() {
        String file = getFilename();
        return History.entry(file.substring(1, file.indexOf("__")), checksum());
    }

    private int checksum() {
        CRC32 checksum = new CRC32();
        try (BufferedReader lines = new BufferedReader(read())) {
            lines.lines().forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (int) checksum.getValue();
    }

    @Override
    public Reader read() {
        InputStream script = Script.class.getClassLoader().getResourceAsStream(getAbsolutePath());
        if (script == null) {
            throw new FlywayException(getAbsolutePath() + " is missing");
        }
        return new InputStreamReader(script, StandardCharsets.UTF_8);
    }

    @Override
    public String getAbsolutePath() {
        return Schema.DIRECTORY + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return getAbsolutePath();
    }

    @Override
    public String getFilename() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    @Override
    public String getRelativePath() {
        return getFilename();
    }
}
