package dev.grantkeep.bootstrap.architecture.planted.application.usecase.token;

/** Can be extended. */
public class OpenHandler {}
