package dev.grantkeep.benchmark.data;

/** Undoes deletions of pairs past Grantkeep, so that the same tokens can be deleted again. */
public interface Revival extends AutoCloseable {
    /** Gives the head of the shape's only pair its old generation back. */
    void revive(Shape pair);

    @Override
    void close();
}
