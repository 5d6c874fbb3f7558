package dev.grantkeep.adapter.cli.imports;

/** What becomes of a thing that is to be moved. */
enum Outcome {
    MOVES("MOVES", "moves"),
    THERE("ALREADY THERE", "alreadyThere"),
    /** It goes on as it was once its user has logged in, or its client has asked, once more. */
    NEEDS_LOGIN("NEEDS LOGIN", "needsLogin"),
    LOST("LOST", "lost"),
    REFUSED("REFUSED", "refused");

    private final String title;
    private final String member;

    Outcome(String title, String member) {
        this.title = title;
        this.member = member;
    }

    String title() {
        return title;
    }

    String member() {
        return member;
    }
}
