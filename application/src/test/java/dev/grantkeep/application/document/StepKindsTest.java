package dev.grantkeep.application.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Codes;
import dev.grantkeep.application.fixture.Devices;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepKind;
import dev.grantkeep.domain.apps.AppsLink;
import dev.grantkeep.domain.apps.AppsSession;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.CodeChallenge;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.device.DeviceAuthorization;
import dev.grantkeep.domain.device.DeviceDecision;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.token.Property;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Steps outlive an update of Grantkeep: numbers never change, and payloads change only by additions. */
final class StepKindsTest {
    private static final String CODE = """
            {"request":{"client":1,"clientIdAliasUsed":false,"responseType":"CODE","responseMode":"QUERY",\
            "redirectUri":"https://client.example/cb","redirectUriGiven":true,"scopes":"read","state":"s",\
            "challengeMethod":"S256","challenge":"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM","resources":[]},\
            "scopes":"read","properties":[{"key":"k","value":"v","hidden":false}],"details":{"acr":"1"},\
            "createdAt":1768472430123}""";

    private static final String DEVICE_WITH_YES = """
            {"request":{"client":1,"clientIdAliasUsed":true,"scopes":"read write","resources":["https://rs.example.com/"],\
            "authorizationDetails":"{}","acrs":["urn:gold"]},"intervalMillis":5000,"lastPollAt":1768472430123,\
            "given":{"scopes":"read","properties":[{"key":"k","value":"v","hidden":false}],"details":{"acr":"1"},\
            "idToken":{"claims":"{\\"name\\":\\"Anna\\"}"},"accessTokenDuration":60,"refreshTokenDuration":120}}""";

    private static final String DEVICE_WITH_NO = """
            {"request":{"client":1,"scopes":""},"intervalMillis":10000,\
            "refused":{"reason":"DENIED","description":"not today","uri":"https://as.example.com/no"}}""";

    @Test
    void theNumbersStayAsTheyAre() {
        assertThat(StepKinds.all().stream().map(StepKind::number)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void whatAUserHasOfHerOwnIsStoredByHerNameAlone() {
        AppsLink link = new AppsLink(Unique.hash(), Unique.serviceId(), new Subject("anna"), Times.NOW);
        Step ofLink = StepKinds.APPS_LINK.toStep(link);
        assertThat(JsonText.write(ofLink.payload())).isEqualTo("{\"subject\":\"anna\"}");
        assertThat(StepKinds.APPS_LINK.read(ofLink)).isEqualTo(link);
        AppsSession session = new AppsSession(Unique.hash(), Unique.serviceId(), new Subject("anna"), Times.NOW);
        Step ofSession = StepKinds.APPS_SESSION.toStep(session);
        assertThat(JsonText.write(ofSession.payload())).isEqualTo("{\"subject\":\"anna\"}");
        assertThat(StepKinds.APPS_SESSION.read(ofSession)).isEqualTo(session);
    }

    @Test
    void thePayloadOfACodeStaysAsItIs() {
        Step step = StepKinds.CODE.toStep(Codes.aCode().build());
        Step stored = withPayload(step, JsonText.read(CODE));

        assertThat(JsonText.write(
                        StepKinds.CODE.toStep(StepKinds.CODE.read(stored)).payload()))
                .isEqualTo(CODE);
    }

    @Test
    void aCodeWithoutItsRequestHasWhatATokenRequestNeeds() {
        AuthorizationCode code = Codes.aCode()
                .withChallenge(
                        new CodeChallenge(CodeChallenge.Method.S256, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"))
                .withProperties(new Property("k", "v", true))
                .withCreatedAt(Times.NOW)
                .build();
        Step step = StepKinds.CODE.toStep(code);
        Map<String, Object> flat = new LinkedHashMap<>(step.payload());
        Map<String, ?> request = new TreeReader(step.payload()).object("request");
        flat.remove("request");
        for (String member :
                new String[] {"client", "redirectUri", "redirectUriGiven", "challengeMethod", "challenge"}) {
            flat.put(member, request.get(member));
        }

        AuthorizationCode read = StepKinds.CODE.read(withPayload(step, flat));
        assertThat(read.request().target().redirectUri())
                .isEqualTo(code.request().target().redirectUri());
        assertThat(read.request().target().redirectUriGiven()).isTrue();
        assertThat(read.request().challenge()).isEqualTo(code.request().challenge());
        assertThat(read.scopes()).isEqualTo(code.scopes());
        assertThat(read.properties()).isEqualTo(code.properties());
        assertThat(read.client()).isEqualTo(code.client());
        assertThat(read.createdAt()).isEqualTo(code.createdAt());
    }

    @Test
    void thePayloadOfADeviceCodeStaysAsItIs() {
        Step yes = withPayload(StepKinds.DEVICE.toStep(decided(true)), JsonText.read(DEVICE_WITH_YES));
        assertThat(JsonText.write(
                        StepKinds.DEVICE.toStep(StepKinds.DEVICE.read(yes)).payload()))
                .isEqualTo(DEVICE_WITH_YES);
        Step no = withPayload(StepKinds.DEVICE.toStep(decided(false)), JsonText.read(DEVICE_WITH_NO));
        assertThat(JsonText.write(
                        StepKinds.DEVICE.toStep(StepKinds.DEVICE.read(no)).payload()))
                .isEqualTo(DEVICE_WITH_NO);
    }

    private static DeviceAuthorization decided(boolean yes) {
        Client client = Clients.aClient().build();
        DeviceDecision decision = yes
                ? Devices.yes(client, Grants.aGrant().of(client).build())
                : Devices.no(DeviceDecision.Reason.DENIED);
        return Devices.pending(client).decided(decision);
    }

    private static Step withPayload(Step step, Map<String, ?> payload) {
        return new Step(step.key(), step.secondHash(), step.owner(), step.expiresAt(), step.settledAs(), payload);
    }
}
