package dev.grantkeep.bootstrap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How tests start Grantkeep in a process of its own: with what makes a start short, not what makes a long life fast. */
public final class QuickJvm {
    /** The Java of this process. */
    public static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private QuickJvm() {}

    /** It with the options that make a start short, and these. */
    public static List<String> command(List<String> more) {
        List<String> command =
                new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        command.addAll(more);
        return command;
    }

    /** What follows the options to run the application as it is on the class path of this process. */
    public static List<String> application() {
        return List.of("-cp", System.getProperty("java.class.path"), Application.class.getName());
    }
}
