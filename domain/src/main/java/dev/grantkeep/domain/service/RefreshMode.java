package dev.grantkeep.domain.service;

/** The four modes of a refresh (contract 4.3). */
public enum RefreshMode {
    /** 1-1: the same value, the same expiry. */
    KEEP,
    /** 1-2: the same value, a new life from now. */
    KEEP_AND_RENEW,
    /** 2-1: a new value, a new life from now. */
    ROTATE,
    /** 2-2: a new value, the old one's expiry. */
    ROTATE_WITHIN_LIFE;

    public boolean rotates() {
        return this == ROTATE || this == ROTATE_WITHIN_LIFE;
    }

    public boolean renewsLife() {
        return this == KEEP_AND_RENEW || this == ROTATE;
    }
}
