package dev.grantkeep.bootstrap;

import java.util.concurrent.ExecutorService;

/** Workers, and how much they have to do at this moment. */
interface WorkerLoad {
    ExecutorService executor();

    /** How many requests are worked on. */
    int busy();

    /** How many wait for a worker. */
    int waiting();

    /** How many were refused, since the start, because they waited too long or were too many to wait. */
    long refused();
}
