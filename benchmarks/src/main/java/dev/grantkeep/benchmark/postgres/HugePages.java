package dev.grantkeep.benchmark.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Huge pages for PostgreSQL's shared memory, as its manual advises for a large one: with pages of 4 KiB the processor
 * spends much of a look-up in a large table on finding out where the memory is. Only Linux's superuser can reserve them,
 * and there is none where {@code /proc/sys} cannot be written; then PostgreSQL does without.
 */
final class HugePages implements AutoCloseable {
    private static final Path NUMBER = Path.of("/proc/sys/vm/nr_hugepages");

    private final long before;
    private final long with;

    private HugePages(long before, long with) {
        this.before = before;
        this.with = with;
    }

    /** Reserves so many more, or none. */
    static HugePages reserve(long pages) {
        try {
            long before = number();
            HugePages reserved = new HugePages(before, before + pages);
            reserved.set(reserved.with);
            if (number() < reserved.with) {
                reserved.close();
                return new HugePages(before, before);
            }
            return reserved;
        } catch (IOException notAllowed) {
            return new HugePages(0, 0);
        }
    }

    /** Gives them back. */
    @Override
    public void close() {
        try {
            if (with > before) {
                set(before);
            }
        } catch (IOException e) {
            System.err.println("huge pages were not given back, see " + NUMBER + ": " + e);
        }
    }

    private void set(long number) throws IOException {
        Files.writeString(NUMBER, Long.toString(number));
    }

    /** All at once: a second read finds the end. */
    private static long number() throws IOException {
        return Long.parseLong(Files.readAllLines(NUMBER).get(0).strip());
    }
}
