package dev.grantkeep.bootstrap.demo;

import java.util.List;

/**
 * An application in the list of those that a user connected.
 *
 * @param scopes what its tokens allow now
 */
public record Connected(String id, String name, List<String> scopes) {}
