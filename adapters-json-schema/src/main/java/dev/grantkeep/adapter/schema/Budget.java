package dev.grantkeep.adapter.schema;

/** The work that one judgement may take: looks at the tree, characters of texts, references within one another. */
final class Budget {
    private static final long DETAIL = 300_000;
    private static final int MAX_REFERENCES = 256;
    private static final long REFERENCE = 20;

    private long left;
    private int references;

    private Budget(long left) {
        this.left = left;
    }

    static Budget ofDetail() {
        return new Budget(DETAIL);
    }

    /** A schema is looked at for as long as it is kept, by all threads, so nothing is counted: its size is bounded. */
    static Budget ofSchema() {
        return new Budget(Long.MAX_VALUE);
    }

    /** @throws TooMuchWork if there is not as much left */
    void spend(long work) {
        if (left == Long.MAX_VALUE) {
            return;
        }
        left -= work;
        if (left < 0) {
            throw new TooMuchWork();
        }
    }

    /** @throws TooMuchWork if too many references are followed, one within another */
    void enterReference() {
        spend(REFERENCE);
        if (++references > MAX_REFERENCES) {
            throw new TooMuchWork();
        }
    }

    void leaveReference() {
        references--;
    }
}
