package dev.grantkeep.application.port.in;

/** The same state was changed by others so often at once that the call was given up; it changed nothing. */
public final class Contended extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Contended() {
        super("given up after too many concurrent changes of the same state", null, false, false);
    }
}
