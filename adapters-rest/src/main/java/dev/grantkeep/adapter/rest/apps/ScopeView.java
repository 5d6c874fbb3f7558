package dev.grantkeep.adapter.rest.apps;

/**
 * A scope as the pages show it.
 *
 * @param text what it means; its name if nobody says that
 * @param required whether the application does not work without it
 */
public record ScopeView(String name, String text, boolean required) {}
