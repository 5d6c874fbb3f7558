package dev.grantkeep.adapter.rest.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.OpenIdProvider;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.client.Client;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A provider whose clients are devices. */
final class DeviceFlow {
    static final RestServer SERVER = RestServer.shared();
    static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:device_code";
    static final String PAGE = "https://as.example.com/device";

    private final OpenIdProvider provider;

    DeviceFlow(Object... settings) {
        Services service = aService();
        for (int i = 0; i < settings.length; i += 2) {
            service.with((String) settings[i], settings[i + 1]);
        }
        provider = new OpenIdProvider(SERVER, service);
    }

    private static Services aService() {
        return OpenIdProvider.aService()
                .with("deviceVerificationUri", PAGE)
                .with("deviceVerificationUriComplete", PAGE + "?user_code=USER_CODE");
    }

    OpenIdProvider provider() {
        return provider;
    }

    /** The request of a device that authenticates by HTTP Basic; parameters are names and values in turn. */
    Answer ask(Client client, String... parameters) {
        return call("/device/authorization", client, form(parameters));
    }

    /** The answer to a request that is right. */
    Answer started(Client client, String... parameters) {
        return does(ask(client, parameters), "OK");
    }

    /** A poll, which says these parameters too. */
    Answer poll(Client client, Answer started, String... more) {
        return call(
                "/auth/token",
                client,
                form("grant_type", GRANT_TYPE, "device_code", started.member("deviceCode")) + "&" + form(more));
    }

    private Answer call(String path, Client client, String parameters) {
        return provider.caller()
                .post(
                        path,
                        Fields.of(
                                "parameters",
                                parameters,
                                "clientId",
                                client.id().toString(),
                                "clientSecret",
                                client.secret().value()));
    }

    Answer verify(String userCode) {
        return provider.caller().post("/device/verification", Fields.of("userCode", userCode));
    }

    /** The decision; names and values in turn. */
    Answer complete(Answer started, String result, Object... more) {
        List<Object> fields = new ArrayList<>(List.of("userCode", started.member("userCode"), "result", result));
        fields.addAll(Arrays.asList(more));
        return provider.caller().post("/device/complete", Fields.of(fields.toArray()));
    }

    void allow(Answer started, Object... more) {
        List<Object> fields = new ArrayList<>(List.of("subject", "anna"));
        fields.addAll(Arrays.asList(more));
        does(complete(started, "AUTHORIZED", fields.toArray()), "SUCCESS");
    }

    static Answer does(Answer answer, String action) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.member("action")).as(answer.body()).isEqualTo(action);
        return answer;
    }

    static Answer refused(Answer answer, String error) {
        does(answer, "BAD_REQUEST");
        assertThat(OpenIdProvider.content(answer, "error")).as(answer.body()).isEqualTo(error);
        return answer;
    }

    static String form(String... parameters) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            pairs.add(parameters[i] + "=" + OpenIdProvider.encoded(parameters[i + 1]));
        }
        return String.join("&", pairs);
    }
}
