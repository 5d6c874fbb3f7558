package dev.grantkeep.application.described;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails each test in which a server answered otherwise than its description says. JUnit finds it by itself. */
public final class AnswersAreAsDescribed implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(Contradictions.taken())
                .as("answers that are not as they are described")
                .isEmpty();
    }
}
