package dev.grantkeep.adapter.schema;

/** The work that a judgement may take is done, and there is no judgement. */
final class TooMuchWork extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooMuchWork() {
        super("too much work", null, false, false);
    }
}
