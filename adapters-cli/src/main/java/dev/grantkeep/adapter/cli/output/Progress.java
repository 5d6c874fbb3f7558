package dev.grantkeep.adapter.cli.output;

import dev.grantkeep.adapter.cli.program.Surroundings;

/** A bar on the error output that shows how far a command is, only where somebody watches. */
public final class Progress implements AutoCloseable {
    private static final int WIDTH = 30;

    private final Surroundings around;
    private final String what;
    private boolean shown;

    /** @param what is counted, in the plural */
    public Progress(Surroundings around, String what) {
        this.around = around;
        this.what = what;
    }

    /** So many of all are done. */
    public void at(long done, long all) {
        if (around.terminal() && all > 0) {
            int filled = (int) (WIDTH * Math.min(done, all) / all);
            around.err()
                    .printf("\r[%s%s] %d of %d %s", "#".repeat(filled), ".".repeat(WIDTH - filled), done, all, what);
            around.err().flush();
            shown = true;
        }
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        if (shown) {
            around.err().print("\r\u001b[K");
            around.err().flush();
        }
    }
}
