package dev.grantkeep.benchmark.data;

import java.util.List;

/**
 * What one Grantkeep's database holds. It is written past Grantkeep, because issuing millions of tokens would take
 * hours, and Grantkeep has to accept it as its own.
 */
public interface Dataset {
    /** How many clients the service has. */
    int CLIENTS = 1_000;

    /** Of the bulk's tokens every 50th is left for refreshing, so that the others stay as the load knows them. */
    int REFRESH_STEP = 50;

    /** The clients, and what the other sets need. */
    void prepare();

    void add(Shape shape);

    /**
     * Codes that the users of the shape's pairs gave, numbered from 1.
     *
     * @param issued one that was issued, of which they are copies but for whose they are and when they expire
     */
    void addCodes(Shape shape, String issued, long count);

    /** The floor's own tables with as many rows. */
    void addFloor(long tokens);

    /** Leaves everything as it is in a database that runs for long: tidied up, and written to disk. */
    void settle();

    /**
     * Refresh tokens of the bulk to begin with, each before the number of its client. They are those that
     * introspections leave alone, numbered from 1; one that was used up is missing.
     */
    List<String> refreshTokens(Shape bulk, int first, int count);

    /** The same of the floor. */
    List<String> floorRefreshTokens(int first, int count);

    /** How many tokens wait to be reclaimed, or will within an hour. */
    long endingTokens();

    /** Whether any waits to be reclaimed; quicker. */
    boolean hasExpiredTokens();

    /** To be called again and again between calls whose time is taken. */
    Revival revival();

    /** What the tokens and the floor's take. */
    StoredBytes bytes();
}
