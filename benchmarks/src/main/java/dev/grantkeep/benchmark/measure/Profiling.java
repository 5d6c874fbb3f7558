package dev.grantkeep.benchmark.measure;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.grantkeep.benchmark.server.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Profiles a server with async-profiler while something is done, if an event to profile is chosen. */
final class Profiling {
    private final String event;
    private final Path library;
    private final Path profiles;

    /**
     * @param event as {@code cpu} or {@code alloc}; empty for none
     * @param directory where the profiler's library is put
     * @param profiles where the profiles are put
     */
    Profiling(String event, Path directory, Path profiles) {
        this.event = event;
        this.library = directory.resolve("libasyncProfiler.so");
        this.profiles = profiles.toAbsolutePath();
        if (!event.isEmpty()) {
            unpack();
        }
    }

    /** Does it, and leaves a flame graph and the stacks as text. */
    <T> T of(String name, Server server, Supplier<T> work) {
        if (event.isEmpty()) {
            return work.get();
        }
        Path profile = profiles.resolve(name + "-" + event);
        control(server, "start,event=" + event + (event.equals("cpu") ? ",interval=1ms" : ""));
        try {
            return work.get();
        } finally {
            control(server, "dump,file=" + profile + ".collapsed");
            control(server, "stop,file=" + profile + ".html");
        }
    }

    private void control(Server server, String arguments) {
        try {
            VirtualMachine machine =
                    VirtualMachine.attach(Long.toString(server.process().pid()));
            try {
                machine.loadAgentPath(library.toString(), arguments);
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException | IOException e) {
            throw new IllegalStateException("cannot profile", e);
        }
    }

    private void unpack() {
        String architecture = System.getProperty("os.arch", "").equals("aarch64") ? "arm64" : "x64";
        String resource = "/linux-" + architecture + "/libasyncProfiler.so";
        try (InputStream in = Profiling.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("async-profiler has no library for this machine");
            }
            Files.copy(in, library);
            Files.createDirectories(profiles);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
