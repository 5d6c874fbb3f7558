package example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.duration.DurationDecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TokenLifeTest {
    @Test
    void theShortestDurationWinsAndTheDecisionSaysWhy() {
        DurationDecision decision = TokenLife.of("read write");

        assertThat(decision.duration().seconds()).isEqualTo(600);
        assertThat(decision.explanation())
                .isEqualTo("ACCESS 600s: SCOPE(write) won by SHORTEST of [SERVICE=86400s, SCOPE(write)=600s]");
        assertThat(TokenLife.of("read").duration().seconds()).isEqualTo(86_400);
    }

    @Test
    void theReadmeShowsThisExample() throws IOException {
        String source = Files.readString(Path.of("src/test/java/example/TokenLife.java"));
        String example = source.substring(source.indexOf("import "));

        assertThat(Files.readString(Path.of("..", "README.md"))).contains("```java\n" + example + "```");
    }
}
