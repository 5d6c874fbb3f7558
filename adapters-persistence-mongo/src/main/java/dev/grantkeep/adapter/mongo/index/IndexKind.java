package dev.grantkeep.adapter.mongo.index;

/** How an index treats the values in it. */
enum IndexKind {
    PLAIN,
    /** Leaves out the documents that do not have the field. */
    SPARSE,
    UNIQUE,
    UNIQUE_SPARSE,
    /**
     * Like {@link #UNIQUE_SPARSE}; but if the collection is sharded, where only the shard key can be unique, it is
     * {@link #SPARSE} and the store itself keeps the values apart.
     */
    UNIQUE_SPARSE_UNLESS_SHARDED,
    /** The server removes the documents some time after the instant. */
    EXPIRING;

    boolean isSparse() {
        return this == SPARSE || this == UNIQUE_SPARSE || this == UNIQUE_SPARSE_UNLESS_SHARDED;
    }

    boolean isUnique() {
        return this == UNIQUE || this == UNIQUE_SPARSE || this == UNIQUE_SPARSE_UNLESS_SHARDED;
    }
}
