package dev.grantkeep.benchmark.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** CPU time that processes have used, in microseconds, from Linux's {@code /proc}; user and system together. */
public final class CpuTime {
    /** How long a tick of {@code /proc/<pid>/stat} is: USER_HZ is 100 on every common architecture. */
    private static final long MICROS_OF_TICK = 10_000;

    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int CUTIME = 13;
    private static final int CSTIME = 14;

    private CpuTime() {}

    /** Of a process with all its threads; 0 if it is gone. */
    public static long ofProcess(long pid) {
        String[] stat = stat(pid);
        return stat.length == 0 ? 0 : ticks(stat, UTIME) + ticks(stat, STIME);
    }

    /** Of a process and the children that it has or had. */
    public static long ofTree(ProcessHandle root) {
        String[] stat = stat(root.pid());
        if (stat.length == 0) {
            return 0;
        }
        long gone = ticks(stat, CUTIME) + ticks(stat, CSTIME);
        long there = root.children().mapToLong(child -> ofProcess(child.pid())).sum();
        return ticks(stat, UTIME) + ticks(stat, STIME) + gone + there;
    }

    private static long ticks(String[] stat, int field) {
        return Long.parseLong(stat[field]) * MICROS_OF_TICK;
    }

    /** The fields after the name, which is in parentheses and may hold anything. */
    private static String[] stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (NoSuchFileException gone) {
            return new String[0];
        } catch (IOException e) {
            if (ProcessHandle.of(pid).isEmpty()) {
                return new String[0];
            }
            throw new UncheckedIOException(e);
        }
    }
}
