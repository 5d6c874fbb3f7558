package dev.grantkeep.adapter.rest.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Browser;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.authorization.KnownParameters;
import dev.grantkeep.domain.authorization.KnownParameters.Treatment;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.service.Service;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every parameter that the specifications name does what the table says of it, in both dialects. */
final class KnownParametersTest {
    private static final RestServer SERVER = RestServer.shared();

    private final Service service = SERVER.given(Services.aService()
            .withScopes(Scope.named("read"))
            .with("deviceVerificationUri", "https://as.example.com/device")
            .build());
    private final Client client = SERVER.given(Clients.aClient().of(service).build());

    static Stream<String> refusedInAuthorization() {
        return names(KnownParameters.ofAuthorization(), Treatment.REFUSED);
    }

    static Stream<String> harmlessInAuthorization() {
        return names(KnownParameters.ofAuthorization(), Treatment.HARMLESS);
    }

    /** What {@code nonce} does shows in the ID token alone. */
    static Stream<String> takenInAuthorization() {
        return names(KnownParameters.ofAuthorization(), Treatment.TAKEN).filter(name -> !name.equals("nonce"));
    }

    static Stream<String> refusedInToken() {
        return names(KnownParameters.ofToken(), Treatment.REFUSED);
    }

    static Stream<String> harmlessInToken() {
        return names(KnownParameters.ofToken(), Treatment.HARMLESS);
    }

    @ParameterizedTest
    @MethodSource("refusedInAuthorization")
    void authorizationRequestIsRefusedByTheParametersName(String parameter) {
        for (RestServer.Caller caller : callers()) {
            Answer answer = ask(caller, "&" + parameter + "=x");
            assertThat(answer.member("action")).isEqualTo("LOCATION");
            assertThat(answer.member("ticket")).isNull();
            assertThat(answer.member("resultMessage")).contains("'" + parameter + "'");
        }
    }

    @ParameterizedTest
    @MethodSource("harmlessInAuthorization")
    void authorizationRequestIsWhatItIsWithoutTheParameter(String parameter) {
        for (RestServer.Caller caller : callers()) {
            assertThat(outcome(caller, "&" + parameter + "=x")).isEqualTo(outcome(caller, ""));
        }
    }

    @ParameterizedTest
    @MethodSource("takenInAuthorization")
    void authorizationRequestIsAnotherWithTheParameter(String parameter) {
        for (RestServer.Caller caller : callers()) {
            String value = parameter.equals("scope") ? "read" : "x";
            assertThat(outcome(caller, "&" + parameter + "=" + value)).isNotEqualTo(outcome(caller, ""));
        }
    }

    @ParameterizedTest
    @MethodSource("refusedInToken")
    void tokenRequestIsRefusedByTheParametersName(String parameter) {
        for (RestServer.Caller caller : callers()) {
            Answer answer = token(caller, "&" + parameter + "=x");
            assertThat(answer.member("action")).isEqualTo("BAD_REQUEST");
            assertThat(answer.member("accessToken")).isNull();
            assertThat(answer.member("resultMessage")).contains("A047309").contains("'" + parameter + "'");
        }
    }

    @ParameterizedTest
    @MethodSource("harmlessInToken")
    void tokenRequestDoesWithoutTheParameter(String parameter) {
        for (RestServer.Caller caller : callers()) {
            assertThat(token(caller, "&" + parameter + "=x").member("action")).isEqualTo("OK");
        }
    }

    static Stream<String> refusedOfADevice() {
        return names(KnownParameters.ofDevice(), Treatment.REFUSED);
    }

    static Stream<String> harmlessOfADevice() {
        return names(KnownParameters.ofDevice(), Treatment.HARMLESS);
    }

    @ParameterizedTest
    @MethodSource("refusedOfADevice")
    void requestOfADeviceIsRefusedByTheParametersName(String parameter) {
        for (RestServer.Caller caller : callers()) {
            Answer answer = device(caller, parameter + "=x");
            assertThat(answer.member("action")).isEqualTo("BAD_REQUEST");
            assertThat(answer.member("deviceCode")).isNull();
            assertThat(answer.member("resultMessage")).contains("A221307").contains("'" + parameter + "'");
        }
    }

    @ParameterizedTest
    @MethodSource("harmlessOfADevice")
    void requestOfADeviceDoesWithoutTheParameter(String parameter) {
        for (RestServer.Caller caller : callers()) {
            assertThat(device(caller, parameter + "=x").member("action")).isEqualTo("OK");
        }
    }

    private static Stream<String> names(Map<String, Treatment> table, Treatment treatment) {
        return table.entrySet().stream()
                .filter(known -> known.getValue() == treatment)
                .map(Map.Entry::getKey);
    }

    private List<RestServer.Caller> callers() {
        return List.of(SERVER.v2(service), SERVER.v3(service));
    }

    private Answer ask(RestServer.Caller caller, String more) {
        return new Browser(caller).ask(client, "&response_type=code" + more);
    }

    /** All that the front end and the client see of a request that the user then denies, but for the ticket. */
    private String outcome(RestServer.Caller caller, String more) {
        Answer asked = ask(caller, more);
        String ticket = asked.member("ticket");
        return ticket == null
                ? asked.body()
                : asked.body().replace(ticket, "")
                        + new Browser(caller).fail(ticket, "reason", "DENIED").body();
    }

    private Answer device(RestServer.Caller caller, String parameters) {
        return caller.post(
                "/device/authorization",
                Fields.of(
                        "parameters", parameters,
                        "clientId", client.id().toString(),
                        "clientSecret", client.secret().value()));
    }

    private Answer token(RestServer.Caller caller, String more) {
        return caller.post(
                "/auth/token",
                Fields.of(
                        "parameters", "grant_type=client_credentials" + more,
                        "clientId", client.id().toString(),
                        "clientSecret", client.secret().value()));
    }
}
