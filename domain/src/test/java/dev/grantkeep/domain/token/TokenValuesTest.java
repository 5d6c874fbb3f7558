package dev.grantkeep.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.grantkeep.domain.common.Secret;
import dev.grantkeep.domain.fixture.Samples;
import org.junit.jupiter.api.Test;

final class TokenValuesTest {
    private static final Secret KEY = new Secret("key");
    private static final Secret OTHER_KEY = new Secret("other key");

    @Test
    void areBase64UrlOf43Characters() {
        assertThat(TokenValues.access(new byte[32]).value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(Samples.REFRESH.value()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void aRefreshTokenNamesItsRecord() {
        assertThat(TokenValues.recordNamedBy(Samples.REFRESH)).contains(Samples.ID);
    }

    @Test
    void otherValuesNameNone() {
        assertThat(TokenValues.recordNamedBy(new TokenValue("chosen-by-the-caller")))
                .isEmpty();
        assertThat(TokenValues.recordNamedBy(TokenValues.access(new byte[32]))).isEmpty();
    }

    @Test
    void theSuccessorIsDerivedFromTheValueTheRecordAndTheKey() {
        TokenValue successor = TokenValues.refreshAfter(Samples.REFRESH, Samples.ID, KEY);
        assertThat(TokenValues.refreshAfter(Samples.REFRESH, Samples.ID, KEY)).isEqualTo(successor);
        assertThat(TokenValues.recordNamedBy(successor)).contains(Samples.ID);
        assertThat(TokenValues.refreshAfter(Samples.REFRESH, Samples.ID, OTHER_KEY))
                .isNotEqualTo(successor);
        assertThat(TokenValues.refreshAfter(successor, Samples.ID, KEY)).isNotEqualTo(successor);
    }

    @Test
    void theAccessTokenIsDerivedApart() {
        TokenValue access = TokenValues.accessAfter(Samples.REFRESH, KEY);
        assertThat(TokenValues.accessAfter(Samples.REFRESH, KEY)).isEqualTo(access);
        assertThat(TokenValues.accessAfter(Samples.REFRESH, OTHER_KEY)).isNotEqualTo(access);
        assertThat(access.value().substring(22))
                .isNotEqualTo(TokenValues.refreshAfter(Samples.REFRESH, Samples.ID, KEY)
                        .value()
                        .substring(22));
    }

    @Test
    void takeExactlyTheirBytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> TokenValues.access(new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> TokenValues.refresh(Samples.ID, new byte[15]));
    }
}
