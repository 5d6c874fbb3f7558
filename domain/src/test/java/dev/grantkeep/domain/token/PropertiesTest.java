package dev.grantkeep.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PropertiesTest {
    private static Property property(String key, String value) {
        return new Property(key, value, false);
    }

    private static Properties properties(Property... list) {
        return new Properties(List.of(list));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access_token",
                "token_type",
                "expires_in",
                "refresh_token",
                "scope",
                "error",
                "error_description",
                "error_uri",
                "id_token"
            })
    void namesOfTheTokenResponseAreDropped(String key) {
        assertThat(properties(property(key, "x"), property("kept", "y"))).isEqualTo(properties(property("kept", "y")));
    }

    @Test
    void aKeyStandsOnceAndTheLaterValueCountsInTheFirstPlace() {
        assertThat(properties(property("a", "1"), property("b", "2"), new Property("a", "3", true))
                        .list())
                .containsExactly(new Property("a", "3", true), property("b", "2"));
    }

    @Test
    void overlayingOverwritesInPlaceAndAppends() {
        Properties under = properties(property("a", "1"), property("b", "2"));
        Properties over = properties(property("c", "3"), property("a", "4"));
        assertThat(under.overlaidBy(over).list())
                .containsExactly(property("a", "4"), property("b", "2"), property("c", "3"));
        assertThat(under.overlaidBy(Properties.NONE)).isEqualTo(under);
        assertThat(Properties.NONE.overlaidBy(over)).isEqualTo(over);
    }

    @Test
    void hiddenOnesAreNotVisible() {
        assertThat(properties(property("a", "1"), new Property("b", "2", true)).visible())
                .containsExactly(property("a", "1"));
    }

    @Test
    void aLogDoesNotShowWhatIsHidden() {
        assertThat(new Property("a", "secret", true).toString())
                .contains("a", "hidden")
                .doesNotContain("secret");
        assertThat(property("a", "open").toString()).contains("a", "open").doesNotContain("hidden");
    }

    @Test
    void keysAreNotEmptyAndTextsAreStorable() {
        assertThatIllegalArgumentException().isThrownBy(() -> property("", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> property("a\u0000", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> property("a", "\ud83d"));
        assertThat(property("a", "").value()).isEmpty();
    }

    /** The texts as a JSON matrix, padded to whole blocks of 16 bytes as AES-CBC does, in base64url. */
    @Nested
    class Size {
        @Test
        void mayBeUpTo65535Bytes() {
            // 49,135 bytes of JSON are padded to 49,136, which take 65,515 characters; one more takes 65,536.
            String most = "x".repeat(49_135 - "[[\"k\",\"\"]]".length());
            assertThat(properties(property("k", most)).list()).hasSize(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> properties(property("k", most + "x")))
                    .withMessageContaining("65535");
        }

        @Test
        void countsBytesNotCharacters() {
            assertThat(properties(property("k", "é".repeat(24_000))).isEmpty()).isFalse();
            assertThatIllegalArgumentException().isThrownBy(() -> properties(property("k", "é".repeat(24_600))));
            assertThatIllegalArgumentException().isThrownBy(() -> properties(property("k", "\"".repeat(24_600))));
            assertThatIllegalArgumentException().isThrownBy(() -> properties(property("k", "\u0001".repeat(8_200))));
        }

        @Test
        void countsASpaceAsOneByte() {
            assertThat(properties(property("k", " ".repeat(49_000))).list()).hasSize(1);
        }

        @Test
        void countsOverlaidPropertiesTogether() {
            Properties half = properties(property("a", "x".repeat(25_000)));
            Properties other = properties(property("b", "x".repeat(25_000)));
            assertThatIllegalArgumentException().isThrownBy(() -> half.overlaidBy(other));
        }

        @Test
        void droppedPropertiesDoNotCount() {
            assertThat(properties(property("scope", "x".repeat(100_000))).isEmpty())
                    .isTrue();
        }
    }

    @net.jqwik.api.Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void theLimitIsThatOfTheStoredText(
            @ForAll @IntRange(min = 1, max = 50) int count,
            @ForAll boolean hidden,
            @ForAll @IntRange(max = 32) int over) {
        List<Property> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(new Property("key" + i, "\"é\n😀" + "x".repeat(900), hidden));
        }
        int room = 49_135 - 16 + over - json(list).getBytes(StandardCharsets.UTF_8).length;
        list.set(0, new Property("key0", list.get(0).value() + "x".repeat(room), hidden));
        assertThat(accepts(list)).isEqualTo(over <= 16);
    }

    private static boolean accepts(List<Property> list) {
        try {
            return new Properties(list).list().size() == list.size();
        } catch (IllegalArgumentException tooLarge) {
            return false;
        }
    }

    private static String json(List<Property> list) {
        return list.stream()
                .map(property -> "[" + quoted(property.key()) + "," + quoted(property.value())
                        + (property.hidden() ? ",\"true\"" : "") + "]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\u000a") + '"';
    }
}
