package dev.grantkeep.bootstrap.demo;

/**
 * One line of a table of durations.
 *
 * @param what which token it is about
 * @param why the setting that won, and what the others say
 */
public record Lived(String what, long seconds, String why) {}
