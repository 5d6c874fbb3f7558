package dev.grantkeep.bootstrap.stateful;

/** The application and the model disagree. */
final class Difference extends RuntimeException {
    private static final long serialVersionUID = 1;

    Difference(String what, Reply reply) {
        super(what + "\n     answer: " + reply);
    }
}
