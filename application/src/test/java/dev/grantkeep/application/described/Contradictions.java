package dev.grantkeep.application.described;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers that were not as they are described, until a test is blamed for them. */
final class Contradictions {
    private static final ConcurrentLinkedQueue<String> FOUND = new ConcurrentLinkedQueue<>();

    private Contradictions() {}

    static void add(String what) {
        FOUND.add(what);
    }

    /** Those since this was called last. */
    static List<String> taken() {
        List<String> taken = new ArrayList<>();
        for (String one = FOUND.poll(); one != null; one = FOUND.poll()) {
            taken.add(one);
        }
        return taken;
    }
}
