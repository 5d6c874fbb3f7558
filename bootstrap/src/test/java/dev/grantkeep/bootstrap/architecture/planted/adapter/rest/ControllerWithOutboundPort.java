package dev.grantkeep.bootstrap.architecture.planted.adapter.rest;

import dev.grantkeep.bootstrap.architecture.planted.application.port.out.PortWithEightMethods;

/** Reaches past the use cases. */
record ControllerWithOutboundPort(PortWithEightMethods port) {}
