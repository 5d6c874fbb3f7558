package dev.grantkeep.application.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.RandomDomain;
import dev.grantkeep.domain.value.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The release before this one reads what this one writes, and the other way round. */
final class FormerSettingsTest {
    private static final String SERVICE = """
            {"name":"n","issuer":"https://as.example","accessTokenType":"Bearer",\
            "scopes":[{"name":"read","defaultEntry":true,"description":"d",\
            "descriptions":[{"tag":"ja","value":""}],"attributes":[{"key":"k","value":""}]}],\
            "grantTypes":["AUTHORIZATION_CODE","REFRESH_TOKEN"],"responseTypes":["CODE"],\
            "tokenAuthMethods":["CLIENT_SECRET_BASIC"],"durations":{"access":1,"refresh":2,"idToken":3},\
            "codeDuration":4,"refresh":{"kept":true,"durationKept":false,"durationReset":true,"idempotent":false,\
            "expirationLinked":true,"openidDroppedWithoutOfflineAccess":false},\
            "authorization":{"pkceRequired":true,"pkceS256Required":false,"scopeRequired":true,\
            "issSuppressed":false,"loopbackPortVariable":true},\
            "errorDescriptionOmitted":true,"errorUriOmitted":false,"singleAccessTokenPerSubject":true,\
            "clientIdAliasEnabled":false,"clientsPerDeveloper":5,"demands":[],\
            "attributes":[{"key":"k","value":"v"}]}""";

    private static final String CLIENT = """
            {"aliasEnabled":true,"type":"CONFIDENTIAL","applicationType":"NATIVE","name":"n",\
            "redirectUris":["https://client.example/cb"],"responseTypes":["CODE_ID_TOKEN"],\
            "grantTypes":["CIBA"],"authMethod":"PRIVATE_KEY_JWT","durations":{"refresh":2},\
            "requestableScopes":"","defaultMaxAge":1,"singleAccessTokenPerSubject":true,"pkceRequired":false,\
            "pkceS256Required":true,"demands":[],"attributes":[{"key":"k","value":"v"}]}""";

    private static final String KEPT = """
            {"description":"d","parRequired":true,"mine":{"a.b":[1,2.50]}}""";

    @Test
    void theFormOfAServiceStaysAsItWas() {
        assertThat(FormerSettings.OF_SERVICE.write(FormerSettings.OF_SERVICE.read(former(SERVICE, KEPT))))
                .containsAllEntriesOf(asWritten(SERVICE, KEPT));
    }

    @Test
    void theFormOfAClientStaysAsItWas() {
        assertThat(FormerSettings.OF_CLIENT.write(FormerSettings.OF_CLIENT.read(former(CLIENT, KEPT))))
                .containsAllEntriesOf(asWritten(CLIENT, KEPT));
    }

    /** The release before reads these without asking whether they are there. */
    @Test
    void whatTheReleaseBeforeCannotDoWithoutIsAlwaysThere() {
        assertThat(FormerSettings.OF_SERVICE.write(ServiceMembers.table().complete(Members.NONE)))
                .containsKeys("scopes", "grantTypes", "responseTypes", "tokenAuthMethods", "capabilities", "durations")
                .containsKeys("refresh", "authorization", "errors", "clientsPerDeveloper", "demands", "attributes")
                .containsKeys("opaque");
        assertThat(FormerSettings.OF_CLIENT.write(ClientMembers.table().complete(Members.NONE)))
                .containsKeys("redirectUris", "responseTypes", "grantTypes", "durations", "defaultMaxAge", "demands")
                .containsKeys("attributes", "opaque");
    }

    @Test
    void whatWasKeptIsAMemberLikeAnyOther() {
        Members document = FormerSettings.OF_CLIENT.read(former(CLIENT, KEPT));

        assertThat(document.text("description")).isEqualTo("d");
        assertThat(document.object("extension").tree())
                .isEqualTo(Map.of(
                        "accessTokenDuration", 0L,
                        "refreshTokenDuration", 2L,
                        "idTokenDuration", 0L,
                        "requestableScopesEnabled", true,
                        "requestableScopes", List.of()));
        assertThat(ClientMembers.settings(document).requests().parRequired()).isTrue();
    }

    /** A member that a rule comes to read was stored by owners while none did: it counts from then on. */
    @Test
    void whatWasKeptBeforeARuleReadItIsRead() {
        Members document = FormerSettings.OF_SERVICE.read(former(SERVICE, """
                {"supportedAcrs":["gold"],"httpAliasProhibited":"true"}"""));

        assertThat(ServiceMembers.settings(document).logins().acrs()).containsExactly("gold");
        assertThat(ServiceMembers.settings(document).clients().httpAliasProhibited())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingIsLostOnTheWayThereAndBack(long seed) {
        Members service = ServiceMembers.table()
                .complete(known(new RandomDomain(seed).fullServiceSettings().members()));
        Members client = ClientMembers.table()
                .complete(known(new RandomDomain(seed).fullClientSettings().members()));

        assertThat(FormerSettings.OF_SERVICE.read(FormerSettings.OF_SERVICE.write(service)))
                .isEqualTo(service);
        assertThat(FormerSettings.OF_CLIENT.read(FormerSettings.OF_CLIENT.write(client)))
                .isEqualTo(client);
    }

    /** With texts that are URIs where they have to be. */
    private static Members known(Members members) {
        return members.with("issuer", members.get("issuer") == null ? null : "https://as.example.com");
    }

    private static Map<String, Object> former(String settings, String opaque) {
        Map<String, Object> former = new LinkedHashMap<>(JsonText.read(settings));
        former.put(FormerSettings.OPAQUE, opaque);
        return former;
    }

    /** Numbers of 32 bits are such, as MongoDB's documents had them. */
    private static Map<String, Object> asWritten(String settings, String opaque) {
        Map<String, Object> former = former(settings, opaque);
        List.of("clientsPerDeveloper", "defaultMaxAge")
                .forEach(name -> former.computeIfPresent(name, (any, number) -> ((Long) number).intValue()));
        former.remove("scopes");
        return former;
    }
}
