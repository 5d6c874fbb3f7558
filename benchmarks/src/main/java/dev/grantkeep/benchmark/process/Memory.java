package dev.grantkeep.benchmark.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory, in bytes, from Linux's {@code /proc}. */
public final class Memory {
    private Memory() {}

    /** What a process has in memory now. */
    public static long residentOf(long pid) {
        return kilobytes(Path.of("/proc", Long.toString(pid), "status"), "VmRSS:") * 1024;
    }

    public static long ofMachine() {
        return kilobytes(Path.of("/proc/meminfo"), "MemTotal:") * 1024;
    }

    private static long kilobytes(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
