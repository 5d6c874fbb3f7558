package dev.grantkeep.domain.client;

/** A client as a request named it. */
public record NamedClient(ClientId id, NamedBy namedBy) {}
