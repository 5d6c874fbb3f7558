package dev.grantkeep.bootstrap.architecture.planted.application.port.in.token;

/** Is two use cases. */
interface PortWithTwoMethods {
    void handle();

    void handleOtherwise();
}
