package dev.grantkeep.benchmark.process;

import java.util.List;

/** How a server's JVM is started: Grantkeep's and the floor's alike. */
public final class JvmOptions {
    /** For measurements under load. All else is the JVM's default. */
    public static final List<String> LOAD = List.of("-Xms512m", "-Xmx512m");

    /** For what one idle server needs: a small heap, and the collector that is made for such. */
    public static final List<String> SMALL = List.of("-Xmx128m", "-XX:+UseSerialGC");

    private JvmOptions() {}

    public static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }
}
