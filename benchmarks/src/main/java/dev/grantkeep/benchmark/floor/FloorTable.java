package dev.grantkeep.benchmark.floor;

import org.jspecify.annotations.Nullable;

/** The floor's statements, each committed by itself. */
interface FloorTable {
    /** A row of either table. */
    record Token(long expiresAt, long clientId, @Nullable String subject, String scopes) {}

    @Nullable
    Token find(byte[] hash);

    @Nullable
    Token findRefresh(byte[] hash);

    void add(byte[] hash, Token token);

    /** Whether the old hash was still there. */
    boolean rotate(byte[] oldHash, byte[] newHash, byte[] newAccessHash, long expiresAt);
}
