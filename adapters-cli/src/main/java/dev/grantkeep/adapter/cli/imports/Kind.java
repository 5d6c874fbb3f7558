package dev.grantkeep.adapter.cli.imports;

/** What is moved. */
enum Kind {
    SERVICE("services"),
    SCOPE("scopes"),
    CLIENT("clients"),
    CONSENT("consents"),
    TOKEN("tokens");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
