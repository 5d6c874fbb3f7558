package example;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static dev.grantkeep.domain.fixture.Samples.inContext;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.value.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private final TokenRecord token = Samples.token(Samples.service(), "read", "write");

    @Test
    void itSaysWhyATokenIsAliveOrDead() {
        assertThat(Judgement.of(inContext(token), NOW)).isEqualTo("good");
        assertThat(Judgement.of(inContext(token), token.access().expiresAt()))
                .isEqualTo("expired at 2026-01-15T11:20:30.123Z, to be refreshed");
        assertThat(Judgement.of(inContext(Samples.token(Samples.service(), "read")), NOW))
                .isEqualTo("alive, without the scope write");
        assertThat(Judgement.of(
                        inContext(
                                token,
                                Samples.head().revoke(new Generation(43), NOW).state()),
                        NOW))
                .isEqualTo("dead: GRANT_ENDED");
    }

    @Test
    void theReadmeShowsThisExample() throws IOException {
        String source = Files.readString(Path.of("src/test/java/example/Judgement.java"));
        String example = source.substring(source.indexOf("import "));

        assertThat(Files.readString(Path.of("..", "README.md"))).contains("```java\n" + example + "```");
    }
}
