package dev.grantkeep.bootstrap.signal;

/** What the connections to the store are doing at this moment. */
interface PoolUse {
    int used();

    int idle();

    /** Who waits for one. */
    int waiting();

    /** How many there may be. */
    int most();
}
