package dev.grantkeep.domain.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.value.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenID Connect Core section 8.1: the sector of a client, and what it has to show for it. */
final class SectorProofTest {
    private static final String A = "https://a.example.com/cb";
    private static final String B = "https://b.example.com/cb";
    private static final String LIST = "https://sector.example.com/list";

    private static final SectorProof NONE = new SectorProof.NotNeeded();
    private static final SectorProof IMPOSSIBLE = new SectorProof.Impossible();
    private static final SectorProof AT_LIST = new SectorProof.Document(LIST);

    private static ClientSettings pairwise(@Nullable String uri, String... redirectUris) {
        return settings("PAIRWISE", uri, redirectUris);
    }

    private static ClientSettings settings(String type, @Nullable String uri, String... redirectUris) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("subjectType", type);
        members.put("redirectUris", List.of(redirectUris));
        if (uri != null) {
            members.put("sectorIdentifierUri", uri);
        }
        return new ClientSettings(Members.of(members), Set.of());
    }

    private static SectorProof ofNew(ClientSettings client) {
        return SectorProof.of(ClientSettings.EMPTY, client);
    }

    @Nested
    class TheSector {
        @ParameterizedTest
        @CsvSource({
            "https://A.example.com:8443/x, https://a.example.com/y?z, a.example.com",
            "http://user@a.example.com/x, https://a.example.com/y, a.example.com",
            "https://a_b.example.com/x, https://A_b.example.com/y, a_b.example.com",
            "https://[::1]/x, https://[::1]:8443/y, [::1]",
            "https://a.example.com/x, https://b.example.com/x, ",
            "https://a.example.com/x, https://a.example.com./x, ",
            "https://a_b.example.com/x, https://a_c.example.com/x, ",
            "https://a.example.com/x, com.example.app:/x, ",
            "com.example.app:/x, com.example.app:/y, ",
        })
        void isTheOneHostOfTheRedirectUris(String one, String two, String expected) {
            assertThat(SectorIdentifier.of(pairwise(null, one, two)).orElse(null))
                    .isEqualTo(expected);
        }

        @Test
        void isTheHostOfTheSectorIdentifierUriWhateverTheRedirectUris() {
            assertThat(SectorIdentifier.of(pairwise("https://Sector.example.com:444/list?a#b", A, B)))
                    .contains("sector.example.com");
            assertThat(SectorIdentifier.of(pairwise("", A))).contains("a.example.com");
        }

        @Test
        void isNoneOfAnyOtherClient() {
            assertThat(SectorIdentifier.of(settings("PUBLIC", LIST, A))).isEmpty();
            assertThat(SectorIdentifier.of(ClientSettings.EMPTY)).isEmpty();
            assertThat(SectorIdentifier.of(pairwise(null))).isEmpty();
            assertThat(SectorIdentifier.of(pairwise("no uri", A))).isEmpty();
            assertThat(SectorIdentifier.of(pairwise("urn:sector", A))).isEmpty();
        }
    }

    @Nested
    class TheProof {
        @Test
        void isNotNeededForTheHostOfOnesOwn() {
            assertThat(ofNew(pairwise(null, A))).isEqualTo(NONE);
            assertThat(ofNew(pairwise(null))).isEqualTo(NONE);
            assertThat(ofNew(pairwise(null, "com.example.app:/x"))).isEqualTo(NONE);
            assertThat(ofNew(settings("PUBLIC", LIST, A, B))).isEqualTo(NONE);
        }

        @Test
        void isTheDocumentWhereThereIsAUri() {
            assertThat(ofNew(pairwise(LIST, A, B))).isEqualTo(AT_LIST);
            assertThat(ofNew(pairwise(LIST))).isEqualTo(AT_LIST);
        }

        @Test
        void isImpossibleForSeveralHosts() {
            assertThat(ofNew(pairwise(null, A, B))).isEqualTo(IMPOSSIBLE);
            assertThat(ofNew(pairwise("", A, "com.example.app:/x"))).isEqualTo(IMPOSSIBLE);
        }

        @Test
        void isNotAskedForAgain() {
            assertThat(SectorProof.of(pairwise(LIST, A, B), pairwise(LIST, B, A)))
                    .isEqualTo(NONE);
            assertThat(SectorProof.of(pairwise(LIST, A, B), pairwise(LIST, B))).isEqualTo(NONE);
            assertThat(SectorProof.of(pairwise(null, A, B), pairwise(null, A, B)))
                    .isEqualTo(NONE);
        }

        @Test
        void isAskedForWhereSomethingIsAdded() {
            assertThat(SectorProof.of(pairwise(LIST, A), pairwise(LIST, A, B))).isEqualTo(AT_LIST);
            assertThat(SectorProof.of(pairwise(B, A), pairwise(LIST, A))).isEqualTo(AT_LIST);
            assertThat(SectorProof.of(pairwise(null, A), pairwise(LIST, A))).isEqualTo(AT_LIST);
            assertThat(SectorProof.of(settings("PUBLIC", LIST, A), pairwise(LIST, A)))
                    .isEqualTo(AT_LIST);
            assertThat(SectorProof.of(pairwise(LIST, A, B), pairwise(null, A, B)))
                    .isEqualTo(IMPOSSIBLE);
            assertThat(SectorProof.of(settings("PUBLIC", null, A, B), pairwise(null, A, B)))
                    .isEqualTo(IMPOSSIBLE);
        }
    }
}
