package dev.grantkeep.adapter.cli.program;

/**
 * A setting as it is in force.
 *
 * @param variable the environment variable that sets it
 * @param value a secret is not shown
 * @param source where the value comes from
 */
public record Setting(String variable, String value, String source) {}
