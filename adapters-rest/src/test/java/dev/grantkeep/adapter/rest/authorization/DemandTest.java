package dev.grantkeep.adapter.rest.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Browser;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.document.DemandedMember;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.Attributes;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What restricts is enforced or refused, by its name, and never quietly left out. */
final class DemandTest {
    private static final RestServer SERVER = RestServer.shared();
    private static final String CODE = "&response_type=code";

    /** Demands on authorization requests alone; whatever else is demanded concerns tokens. */
    private static final Set<Demand> OF_REQUESTS = Set.of(Demand.GRANT_MANAGEMENT);

    static Stream<DemandedMember> ofService() {
        return DemandedMember.ofService();
    }

    static Stream<DemandedMember> ofClient() {
        return DemandedMember.ofClient();
    }

    @ParameterizedTest
    @MethodSource("ofService")
    void ofAServiceIsRefused(DemandedMember demanded) {
        Service service =
                SERVER.given(Services.aService().withOpaque(demanded.json()).build());
        Client client = SERVER.given(Clients.aClient().of(service).build());

        assertRefused(service, client, demanded);
    }

    @ParameterizedTest
    @MethodSource("ofClient")
    void ofAClientIsRefused(DemandedMember demanded) {
        Service service = SERVER.given(Services.aService().build());
        Client client = SERVER.given(
                Clients.aClient().of(service).withOpaque(demanded.json()).build());

        assertRefused(service, client, demanded);
    }

    @ParameterizedTest
    @MethodSource("ofService")
    void aServiceThatIsCreatedWithADemandHasIt(DemandedMember demanded) {
        Answer created = SERVER.owner().post("/service/create", demanded.json());

        assertThat(created.status()).isEqualTo(200);
        Service service = SERVER.stores()
                .services()
                .find(new ServiceId(Long.parseLong(created.member("apiKey"))))
                .orElseThrow();
        assertThat(service.settings().demands()).containsExactly(demanded.demand());
    }

    @ParameterizedTest
    @MethodSource("ofClient")
    void aClientThatIsCreatedWithADemandHasIt(DemandedMember demanded) {
        Service service = SERVER.given(Services.aService().build());

        Answer created = SERVER.v2(service).post("/client/create", demanded.json());

        assertThat(created.status()).isEqualTo(200);
        Client client = SERVER.stores()
                .clients()
                .find(service.id(), new ClientId(Long.parseLong(created.member("clientId"))))
                .orElseThrow();
        assertThat(client.settings().demands()).containsExactly(demanded.demand());
    }

    @ParameterizedTest
    @CsvSource({"fapi,r", "fapi,rw", "fapi2,sp", "fapi2,ms-authreq", "haip,true"})
    void ofAScopeIsRefusedWhereverATokenWouldHaveIt(String attribute, String value) {
        Service service = SERVER.given(Services.aService()
                .withScopes(Scope.named("read"), Scope.named("pay").with(Attributes.of(attribute, value)))
                .build());
        Client client = SERVER.given(Clients.aClient().of(service).build());

        assertRefused(browser(service).ask(client, CODE + "&scope=read+pay"), attribute);
        assertThat(create(service, client, "pay").member("action")).isEqualTo("BAD_REQUEST");
        assertThat(browser(service).ask(client, CODE + "&scope=read").member("action"))
                .isEqualTo("INTERACTION");
        Answer read = create(service, client, "read");
        assertThat(read.member("action")).isEqualTo("OK");
        assertThat(SERVER.v2(service)
                        .post(
                                "/auth/token/update",
                                "{\"accessToken\":\"" + read.member("accessToken")
                                        + "\",\"scopes\":[\"read\",\"pay\"]}")
                        .body())
                .contains("\"scopes\":[\"read\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "[]", "%7B", "%7B%22id_token%22%3A1%7D", "%7B%22userinfo%22%3A%22x%22%7D"})
    void malformedClaimsAreAnInvalidRequest(String claims) {
        Service service = SERVER.given(Services.aService().build());
        Client client = SERVER.given(Clients.aClient().of(service).build());

        assertRefused(browser(service).ask(client, CODE + "&claims=" + claims), "error=invalid_request", "'claims'");
    }

    @Test
    void anEssentialContextThatTheServiceHasNotIsRefused() {
        Service service = SERVER.given(
                Services.aService().withOpaque("{\"supportedAcrs\":[\"gold\"]}").build());
        Client client = SERVER.given(Clients.aClient().of(service).build());

        assertRefused(browser(service).ask(client, CODE + "&claims=" + acr("\"value\":\"silver\"")), "A021303");
        Answer taken = browser(service).ask(client, CODE + "&claims=" + acr("\"values\":[\"silver\",\"gold\"]"));
        assertThat(taken.member("action")).isEqualTo("INTERACTION");
        assertThat(taken.member("acrEssential")).isEqualTo("true");
        assertThat(taken.member("subject")).isEqualTo("joe");
        assertThat(taken.body()).contains("\"acrs\":[\"silver\",\"gold\"]");
    }

    @Test
    void clientsOwnContextsAreThoseOfARequestWithoutAny() {
        Service service = SERVER.given(Services.aService().build());
        Client client = SERVER.given(Clients.aClient()
                .of(service)
                .withOpaque("{\"defaultAcrs\":[\"gold\"]}")
                .build());

        assertThat(browser(service).ask(client, CODE).body()).contains("\"acrs\":[\"gold\"]");
        assertThat(browser(service).ask(client, CODE + "&acr_values=silver").body())
                .contains("\"acrs\":[\"silver\"]");
    }

    @Test
    void clientGetsResponsesOnlyInTheModesThatItNames() {
        Service service = SERVER.given(Services.aService().build());
        Client client = SERVER.given(Clients.aClient()
                .of(service)
                .withOpaque("{\"responseModes\":[\"FORM_POST\",\"QUERY_JWT\"]}")
                .build());

        assertRefused(browser(service).ask(client, CODE), "'query'");
        assertRefused(browser(service).ask(client, CODE + "&response_mode=fragment"), "'fragment'");
        assertThat(browser(service)
                        .ask(client, CODE + "&response_mode=form_post")
                        .member("action"))
                .isEqualTo("INTERACTION");
    }

    @Test
    void serviceTakesOnlyThePromptsAndDisplaysThatItNames() {
        Service service = SERVER.given(Services.aService()
                .withOpaque("{\"supportedDisplays\":[\"PAGE\"],\"supportedPromptValues\":[\"LOGIN\"]}")
                .build());
        Client client = SERVER.given(Clients.aClient().of(service).build());

        assertRefused(browser(service).ask(client, CODE + "&display=wap"), "'display'");
        assertRefused(browser(service).ask(client, CODE + "&prompt=consent"), "'prompt'");
        assertThat(browser(service)
                        .ask(client, CODE + "&display=page&prompt=login")
                        .member("action"))
                .isEqualTo("INTERACTION");
    }

    @Test
    void noAgeAtAllIsANewLogin() {
        Service service = SERVER.given(Services.aService().build());
        Client client = SERVER.given(Clients.aClient().of(service).build());

        assertThat(browser(service)
                        .ask(client, CODE + "&max_age=0&prompt=consent")
                        .body())
                .contains("\"prompts\":[\"LOGIN\",\"CONSENT\"]");
        assertRefused(browser(service).ask(client, CODE + "&max_age=0&prompt=none"), "error=login_required");
    }

    private static void assertRefused(Service service, Client client, DemandedMember demanded) {
        for (RestServer.Caller caller : List.of(SERVER.v2(service), SERVER.v3(service))) {
            assertRefused(new Browser(caller).ask(client, CODE), demanded.name());
            if (!OF_REQUESTS.contains(demanded.demand())) {
                assertNoToken(caller, client, demanded.name());
            }
        }
    }

    private static void assertNoToken(RestServer.Caller caller, Client client, String member) {
        assertThat(create(caller, client, "read").member("action")).isEqualTo("BAD_REQUEST");
        for (String request : List.of(
                "grant_type=authorization_code&code=x",
                "grant_type=refresh_token&refresh_token=x",
                "grant_type=client_credentials")) {
            Answer token = caller.post(
                    "/auth/token",
                    Fields.of(
                            "parameters", request,
                            "clientId", client.id().toString(),
                            "clientSecret", client.secret().value()));
            assertThat(token.member("action")).as(request).isEqualTo("BAD_REQUEST");
            assertThat(token.body()).as(request).contains("A047306").contains(member);
        }
    }

    private static void assertRefused(Answer answer, String... told) {
        assertThat(answer.member("action")).isNotIn("INTERACTION", "NO_INTERACTION");
        assertThat(answer.member("ticket")).isNull();
        String content = answer.member("responseContent");
        assertThat(URLDecoder.decode(content, StandardCharsets.UTF_8)).contains(told);
    }

    private static Answer create(Service service, Client client, String scope) {
        return create(SERVER.v2(service), client, scope);
    }

    private static Answer create(RestServer.Caller caller, Client client, String scope) {
        return caller.post(
                "/auth/token/create",
                "{\"grantType\":\"AUTHORIZATION_CODE\",\"subject\":\"joe\",\"clientId\":" + client.id()
                        + ",\"scopes\":[\"" + scope + "\"]}");
    }

    private static String acr(String wanted) {
        return URLEncoder.encode(
                "{\"id_token\":{\"acr\":{\"essential\":true," + wanted + "},\"sub\":{\"value\":\"joe\"}}}",
                StandardCharsets.UTF_8);
    }

    private static Browser browser(Service service) {
        return new Browser(SERVER.v2(service));
    }
}
