package dev.grantkeep.domain.event;

import java.time.Instant;
import java.util.Arrays;

/** Something that happened to what it is saved with, which so says what it is about. It holds no secret. */
public record Event(Kind kind, Instant at) {
    /** What happened. Expiry is none of them: nobody decides it. */
    public enum Kind {
        SERVICE_CREATED(1),
        SERVICE_CHANGED(2),
        SERVICE_REMOVED(3),
        SERVICE_SECRET_CHANGED(4),
        CLIENT_CREATED(11),
        CLIENT_CHANGED(12),
        CLIENT_SECRET_CHANGED(13),
        CLIENT_LOCKED(14),
        CLIENT_UNLOCKED(15),
        /** All its tokens were ended at once. */
        CLIENT_CUT_OFF(16),
        CLIENT_REMOVED(17),
        CONSENT_REMEMBERED(21),
        CONSENT_FORGOTTEN(22),
        /** The pair's tokens have other scopes. */
        GRANT_REWRITTEN(23),
        /** A single token took the place of all older ones. */
        GRANT_SUPERSEDED(24),
        /** All tokens and pending codes of the pair were ended at once. */
        GRANT_REVOKED(25),
        TOKEN_ISSUED(31),
        TOKEN_REFRESHED(32),
        TOKEN_CHANGED(33),
        TOKEN_REVOKED(34),
        TOKEN_DELETED(35),
        /** Its refresh token or code was used a second time, which ended it. */
        TOKEN_REUSED(36),
        /** What it was made for failed, so nobody has ever had it. */
        TOKEN_TAKEN_BACK(37);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** By which it is stored; it never changes. */
        public int number() {
            return number;
        }

        /**
         * The kind of this number.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Kind of(int number) {
            return Arrays.stream(values())
                    .filter(kind -> kind.number == number)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no kind of event has the number " + number));
        }
    }
}
