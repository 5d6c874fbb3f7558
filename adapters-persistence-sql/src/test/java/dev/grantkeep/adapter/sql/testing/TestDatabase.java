package dev.grantkeep.adapter.sql.testing;

/**
 * An empty database, or a schema of one, that no other test knows.
 *
 * @param url JDBC
 */
public record TestDatabase(String url, String username, String password) {
    private static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";

    /**
     * @param place where H2 keeps it, such as {@code mem:name} or {@code file:/path}
     */
    public static TestDatabase h2(String place) {
        return new TestDatabase("jdbc:h2:" + place + H2_OPTIONS, "sa", "");
    }

    /** On the PostgreSQL server that {@link PostgresServer} chose. */
    public static TestDatabase postgres() {
        return PostgresServer.chosen().newDatabase();
    }
}
