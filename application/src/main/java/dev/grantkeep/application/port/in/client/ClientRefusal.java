package dev.grantkeep.application.port.in.client;

/** Why a call about a client was refused. */
public enum ClientRefusal {
    UNKNOWN,
    /** The client belongs to another service than the one that calls. */
    OF_ANOTHER_SERVICE,
    LOCKED
}
