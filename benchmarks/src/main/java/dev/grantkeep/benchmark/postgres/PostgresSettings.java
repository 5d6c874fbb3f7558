package dev.grantkeep.benchmark.postgres;

import java.util.ArrayList;
import java.util.List;

/**
 * The settings of a PostgreSQL of the run's own: what a careful operator sets on a machine of this size. Nothing that
 * keeps a committed transaction safe is turned off.
 */
final class PostgresSettings {
    private static final long MEGABYTE = 1 << 20;

    private PostgresSettings() {}

    static List<String> options(long machineMemory, int port) {
        long megabytes = machineMemory / MEGABYTE;
        return options(List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=200",
                "shared_buffers=" + Math.clamp(megabytes / 4, 128, 8192) + "MB",
                "effective_cache_size=" + megabytes * 3 / 4 + "MB",
                "maintenance_work_mem=256MB",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "min_wal_size=1GB",
                "max_wal_size=8GB",
                "checkpoint_timeout=15min",
                "checkpoint_completion_target=0.9",
                "random_page_cost=1.1",
                "effective_io_concurrency=200",
                "autovacuum=on"));
    }

    private static List<String> options(List<String> settings) {
        List<String> options = new ArrayList<>();
        for (String setting : settings) {
            options.add("-c");
            options.add(setting);
        }
        return options;
    }
}
