package dev.grantkeep.adapter.sql.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.grantkeep.adapter.sql.json.TokenExtras;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.TokenDetails;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What older versions have stored must stay readable: these forms change only by additions. */
final class TokenColumnsTest {
    private static final String PROPERTIES = """
            [{"key":"k","value":"","hidden":false},{"key":"h","value":"v","hidden":true}]""";
    private static final String DETAILS = """
            {"resources":["https://api.example/"],"authorizationDetails":"[]","acr":"","authTime":0,\
            "forExternalAttachment":true,"clientIdAliasUsed":true,"sessionId":"s"}""";
    private static final Map<Integer, GrantType> CODES = Map.of(
            1, GrantType.AUTHORIZATION_CODE,
            2, GrantType.IMPLICIT,
            3, GrantType.PASSWORD,
            4, GrantType.CLIENT_CREDENTIALS,
            5, GrantType.REFRESH_TOKEN,
            6, GrantType.CIBA,
            7, GrantType.DEVICE_CODE,
            8, GrantType.TOKEN_EXCHANGE,
            9, GrantType.JWT_BEARER,
            10, GrantType.PRE_AUTHORIZED_CODE);

    @Test
    void theFormOfPropertiesStaysAsItIs() {
        assertThat(TokenExtras.write(TokenExtras.readProperties(PROPERTIES))).isEqualTo(PROPERTIES);
    }

    @Test
    void theFormOfDetailsStaysAsItIs() {
        assertThat(TokenExtras.write(TokenExtras.readDetails(DETAILS))).isEqualTo(DETAILS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientIdAliasUsed", "clientEntityIdUsed", "metadataDocumentUsed"})
    void theFormOfEachNameOfTheClientStaysAsItIs(String flag) {
        String text = "{\"" + flag + "\":true}";
        assertThat(TokenExtras.write(TokenExtras.readDetails(text))).isEqualTo(text);
    }

    @Test
    void theFormOfNarrowedDetailsStaysAsItIs() {
        String narrowed = "{\"resources\":[\"urn:a\",\"urn:b\"],\"narrowedTo\":[\"urn:b\"]}";
        assertThat(TokenExtras.readDetails(narrowed).targets().ofAccessToken()).containsExactly("urn:b");
        assertThat(TokenExtras.write(TokenExtras.readDetails(narrowed))).isEqualTo(narrowed);
    }

    @Test
    void detailsOfOldAreForAllTheirResources() {
        assertThat(TokenExtras.readDetails(DETAILS).targets().ofAccessToken()).containsExactly("https://api.example/");
    }

    @Test
    void whatMostTokensDoNotHaveTakesNoRoom() {
        assertThat(TokenExtras.write(Properties.NONE)).isNull();
        assertThat(TokenExtras.write(TokenDetails.NONE)).isNull();
        String aliasUsed = "{\"clientIdAliasUsed\":true}";
        assertThat(TokenExtras.write(TokenExtras.readDetails(aliasUsed))).isEqualTo(aliasUsed);
    }

    @Test
    void theCodesOfGrantTypesStayAsTheyAre() {
        CODES.forEach((code, type) -> {
            assertThat(GrantTypeCodes.typeOf(code)).isEqualTo(type);
            assertThat(GrantTypeCodes.codeOf(type)).isEqualTo(code);
        });
        assertThat(CODES).hasSameSizeAs(GrantType.values());
        assertThatIllegalStateException().isThrownBy(() -> GrantTypeCodes.typeOf(0));
    }
}
