package dev.grantkeep.bootstrap.architecture.planted.application.port.out;

/** Is too large. */
public interface PortWithEightMethods {
    void one();

    void two();

    void three();

    void four();

    void five();

    void six();

    void seven();

    void eight();
}
