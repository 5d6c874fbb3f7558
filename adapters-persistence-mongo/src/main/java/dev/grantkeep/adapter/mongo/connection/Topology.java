package dev.grantkeep.adapter.mongo.connection;

import com.mongodb.connection.ClusterType;

/** What kind of deployment the client talks to. */
public enum Topology {
    STANDALONE,
    REPLICA_SET,
    /** Through {@code mongos} or a load balancer, so collections may be sharded. */
    ROUTED,
    UNKNOWN;

    static Topology of(ClusterType type) {
        return switch (type) {
            case STANDALONE -> STANDALONE;
            case REPLICA_SET -> REPLICA_SET;
            case SHARDED, LOAD_BALANCED -> ROUTED;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
