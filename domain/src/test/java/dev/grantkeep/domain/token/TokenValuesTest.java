package dev.grantkeep.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.value.Secret;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TokenValuesTest {
    private static final Secret KEY = new Secret("key");
    private static final Secret OTHER_KEY = new Secret("other key");

    @Test
    void areBase64Url() {
        assertThat(Samples.ACCESS.value()).matches("[A-Za-z0-9_-]{64}");
        assertThat(Samples.REFRESH.value()).matches("[A-Za-z0-9_-]{64}");
    }

    @Test
    void aRefreshTokenNamesItsRecord() {
        assertThat(TokenValues.recordNamedBy(Samples.REFRESH, Samples.KEY)).contains(Samples.ID);
    }

    @Test
    void anAccessTokenNamesItsRecord() {
        assertThat(TokenValues.recordNamedByAccess(Samples.ACCESS, Samples.KEY)).contains(Samples.ID);
        assertThat(TokenValues.recordNamedByAccess(Samples.ACCESS, OTHER_KEY)).isEmpty();
    }

    @Test
    void neitherPassesForTheOther() {
        assertThat(TokenValues.recordNamedBy(Samples.ACCESS, Samples.KEY)).isEmpty();
        assertThat(TokenValues.recordNamedByAccess(Samples.REFRESH, Samples.KEY))
                .isEmpty();
    }

    @Test
    void whatAnotherServiceMadeNamesNone() {
        assertThat(TokenValues.recordNamedBy(Samples.REFRESH, OTHER_KEY)).isEmpty();
    }

    @Test
    void otherValuesNameNone() {
        for (String text : List.of("chosen-by-the-caller", "*".repeat(64), "=".repeat(64), "A".repeat(63) + "=")) {
            assertThat(TokenValues.recordNamedBy(new TokenValue(text), KEY)).isEmpty();
        }
        assertThat(TokenValues.recordNamedBy(TokenValue.of(new byte[32]), KEY)).isEmpty();
    }

    @Test
    void aValueMadeUpFromARecordsIdNamesNone() {
        for (int length : List.of(32, 48)) {
            byte[] madeUp = Arrays.copyOf(Samples.ID.bytes(), length);
            assertThat(TokenValues.recordNamedBy(TokenValue.of(madeUp), Samples.KEY))
                    .isEmpty();
            assertThat(TokenValues.recordNamedByAccess(TokenValue.of(madeUp), Samples.KEY))
                    .isEmpty();
        }
    }

    @Test
    void everyByteOfARefreshTokenCounts() {
        byte[] bytes = Base64.getUrlDecoder().decode(Samples.REFRESH.value());
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i]++;
            assertThat(TokenValues.recordNamedBy(TokenValue.of(changed), Samples.KEY))
                    .isEmpty();
        }
    }

    @Test
    void theSuccessorIsDerivedFromTheValueTheRecordAndTheKey() {
        TokenValue successor = TokenValues.refreshAfter(Samples.REFRESH, Samples.ID, KEY);
        assertThat(TokenValues.refreshAfter(Samples.REFRESH, Samples.ID, KEY)).isEqualTo(successor);
        assertThat(TokenValues.recordNamedBy(successor, KEY)).contains(Samples.ID);
        assertThat(TokenValues.refreshAfter(Samples.REFRESH, Samples.ID, OTHER_KEY))
                .isNotEqualTo(successor);
        assertThat(TokenValues.refreshAfter(successor, Samples.ID, KEY)).isNotEqualTo(successor);
    }

    @Test
    void theAccessTokenIsDerivedApart() {
        TokenValue access = TokenValues.accessAfter(Samples.REFRESH, Samples.ID, KEY);
        assertThat(TokenValues.recordNamedByAccess(access, KEY)).contains(Samples.ID);
        assertThat(TokenValues.accessAfter(Samples.REFRESH, Samples.ID, KEY)).isEqualTo(access);
        assertThat(TokenValues.accessAfter(Samples.REFRESH, Samples.ID, OTHER_KEY))
                .isNotEqualTo(access);
        assertThat(access.value().substring(22))
                .isNotEqualTo(TokenValues.refreshAfter(Samples.REFRESH, Samples.ID, KEY)
                        .value()
                        .substring(22));
    }

    @Test
    void takeExactlyTheirBytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> TokenValues.access(Samples.ID, new byte[17], KEY));
        assertThatIllegalArgumentException().isThrownBy(() -> TokenValues.refresh(Samples.ID, new byte[15], KEY));
    }
}
