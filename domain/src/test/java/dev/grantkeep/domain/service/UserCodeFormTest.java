package dev.grantkeep.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantkeep.domain.service.UserCodeForm.Charset;
import dev.grantkeep.domain.value.Members;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UserCodeFormTest {
    @ParameterizedTest
    @CsvSource({
        "BASE20, 0, BASE20, 10",
        "NUMERIC, 0, NUMERIC, 12",
        ", 0, BASE20, 10",
        "BASE20, 8, BASE20, 8",
        "NUMERIC, 64, NUMERIC, 64",
        "NUMERIC, 4, NUMERIC, 8",
        "BASE20, 1000000, BASE20, 64"
    })
    void theSettingsSayWhatACodeLooksLike(String set, long length, Charset charset, int expected) {
        Map<String, Object> members = new HashMap<>(Map.of("userCodeLength", length));
        if (set != null) {
            members.put("userCodeCharset", set);
        }
        assertThat(UserCodeForm.of(Members.of(members))).isEqualTo(new UserCodeForm(charset, expected));
    }

    @Test
    void aLengthThatIsTooShortOrTooLongIsNone() {
        for (int length : new int[] {-1, 0, 7, 65}) {
            assertThatThrownBy(() -> new UserCodeForm(Charset.BASE20, length))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Of each 256 values of a byte 240 make a letter, twelve each; of 250 each digit is made by 25. */
    @ParameterizedTest
    @CsvSource({"BASE20, BCDFGHJKLMNPQRSTVWXZ, 12", "NUMERIC, 0123456789, 25"})
    void everyCharacterIsAsLikelyAsAnyOther(Charset charset, String characters, int each) {
        int[] next = {0};
        IntFunction<byte[]> everyByteInTurn = count -> {
            byte[] bytes = new byte[count];
            for (int i = 0; i < count; i++) {
                bytes[i] = (byte) next[0]++;
            }
            return bytes;
        };
        Map<Integer, Integer> counts = new HashMap<>();
        UserCodeForm form = new UserCodeForm(charset, 10);
        for (int i = 0; i < characters.length() * each / 10; i++) {
            form.code(count -> everyByteInTurn.apply(1)).chars().forEach(c -> counts.merge(c, 1, Integer::sum));
        }
        assertThat(counts).hasSize(characters.length());
        characters.chars().forEach(c -> assertThat(counts).containsEntry(c, each));
    }

    @Test
    void aCodeHasItsLength() {
        UserCodeForm form = new UserCodeForm(Charset.BASE20, 64);
        assertThat(form.code(byte[]::new)).isEqualTo("B".repeat(64));
    }

    /** The shorter the codes, the fewer may be tried. */
    @ParameterizedTest
    @CsvSource({"BASE20, 8, 95", "BASE20, 10, 38146", "NUMERIC, 8, 20", "NUMERIC, 12, 3725", "BASE20, 64, 2147483647"})
    void howManyCodesMayBeTriedInAMinuteFollowsFromHowManyThereAre(Charset charset, int length, int misses) {
        assertThat(new UserCodeForm(charset, length).missesPerMinute()).isEqualTo(misses);
    }
}
