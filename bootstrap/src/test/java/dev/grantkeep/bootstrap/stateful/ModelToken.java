package dev.grantkeep.bootstrap.stateful;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A token as the model keeps it: all that is known of it is written on it, and what ends it marks it. */
final class ModelToken {
    /** Nothing ends a persistent token. */
    static final long NEVER = 253_402_300_799_000L;

    private static final long DAY = 86_400_000;

    final ModelClient client;
    final @Nullable String subject;
    final String grantType;
    final long createdAt;
    final List<String> formerRefresh = new ArrayList<>();
    /** Of those that Grantkeep made: one that the authorization server chose is forgotten when it is replaced. */
    final List<String> formerAccess = new ArrayList<>();

    String access = "";
    long accessExpiresAt;
    Set<String> scopes = new TreeSet<>();

    @Nullable
    String id;

    @Nullable
    String refresh;

    long refreshExpiresAt;
    /** What the user gave; the access token may have less. */
    Set<String> refreshScopes = new TreeSet<>();

    List<String> resources = List.of();
    List<String> grantResources = List.of();
    long refreshedAt;
    long usedAt;
    boolean ended;

    @Nullable
    Retry retry;

    /**
     * How the refresh token that was just used is answered once more.
     *
     * @param access the access token that was given for it
     */
    record Retry(String used, String access) {}

    ModelToken(ModelClient client, @Nullable String subject, String grantType, long now) {
        this.client = client;
        this.subject = subject;
        this.grantType = grantType;
        this.createdAt = now;
        this.usedAt = now;
    }

    boolean isOf(ModelClient other, @Nullable String user) {
        return client == other && user != null && user.equals(subject);
    }

    /** Whether lists and counts have it, expired or not. */
    boolean isStored() {
        return !ended && !client.deleted;
    }

    /** Whether it can still be found: what nobody used for 90 days cannot. */
    boolean isThere(long now) {
        return isStored() && now < usedAt + 90 * DAY;
    }

    boolean accessExpired(long now) {
        return accessExpiresAt <= now;
    }

    boolean isPersistent() {
        return accessExpiresAt == NEVER;
    }

    boolean isRefreshable(long now) {
        return refresh != null && now < refreshExpiresAt;
    }

    /** A use is noted once a day. */
    void noteUse(long now) {
        if (now >= usedAt + DAY) {
            usedAt = now;
        }
    }

    boolean hadAccess(String value) {
        return value.equals(access) || formerAccess.contains(value);
    }

    boolean hadRefresh(String value) {
        return value.equals(refresh) || formerRefresh.contains(value);
    }

    /** From when on the sweeper takes it. */
    long purgeAt() {
        return Math.min(Math.max(accessExpiresAt, refresh == null ? 0 : refreshExpiresAt), usedAt + 90 * DAY);
    }
}
