package dev.grantkeep.bootstrap.e2e;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Notes in a failure's stack trace where it happened, because reports give the name of the test only. */
final class StageOfFailure implements TestExecutionExceptionHandler {
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failure.addSuppressed(new Note(path(Optional.of(context))));
        throw failure;
    }

    private static String path(Optional<ExtensionContext> context) {
        return context.filter(c -> c.getParent().isPresent())
                .map(c -> path(c.getParent()) + " > " + c.getDisplayName())
                .orElse("");
    }

    private static final class Note extends RuntimeException {
        private static final long serialVersionUID = 1;

        Note(String where) {
            super("in" + where, null, false, false);
        }
    }
}
