package dev.grantkeep.bootstrap.demo;

/** A scope as the consent page shows it. */
public record Asked(String name, String description) {}
