package dev.grantkeep.application.port.out.remote;

/** What came of asking for a document of others. */
public sealed interface Fetched permits RemoteDocument, Unreachable {}
