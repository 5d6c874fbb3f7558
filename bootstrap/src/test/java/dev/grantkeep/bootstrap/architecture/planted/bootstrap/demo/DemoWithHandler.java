package dev.grantkeep.bootstrap.architecture.planted.bootstrap.demo;

import dev.grantkeep.bootstrap.architecture.planted.application.usecase.token.OpenHandler;

/** Goes around the port. */
final class DemoWithHandler {
    final OpenHandler handler = new OpenHandler();
}
