package dev.grantkeep.bootstrap.architecture.planted.adapter.sql;

/** Is named for nothing. */
public final class StoreImpl {}
