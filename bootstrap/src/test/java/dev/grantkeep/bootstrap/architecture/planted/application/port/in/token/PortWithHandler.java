package dev.grantkeep.bootstrap.architecture.planted.application.port.in.token;

import dev.grantkeep.bootstrap.architecture.planted.application.usecase.token.OpenHandler;

/** Knows its use case. */
interface PortWithHandler {
    OpenHandler handle();
}
