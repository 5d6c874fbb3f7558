package dev.grantkeep.adapter.rest.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Browser;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code auth/authorization/ticket/info} and {@code update}. */
class TicketTest {
    private static final RestServer SERVER = RestServer.shared();
    private final Service service = SERVER.given(Services.aService().build());
    private final Client client = SERVER.given(Clients.aClient().of(service).build());

    @Test
    void itsContextIsShownAndChangedAsOftenAsOneLikes() {
        String ticket = ticket("context", "first");
        for (int i = 0; i < 2; i++) {
            Answer shown = call("info", "ticket", ticket);
            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.member("action")).isEqualTo("OK");
            assertThat(info(shown)).isEqualTo("{\"context\":\"first\"}");
        }
        Answer changed = call("update", "ticket", ticket, "info", Json.read("{\"context\":\"sec\u00f6nd\"}"));
        assertThat(changed.member("action")).isEqualTo("OK");
        assertThat(info(changed)).isEqualTo("{\"context\":\"sec\u00f6nd\"}");
        assertThat(info(call("info", "ticket", ticket))).isEqualTo("{\"context\":\"sec\u00f6nd\"}");
        assertThat(info(call("update", "ticket", ticket, "info", "{}"))).isEqualTo("{}");
        assertThat(new Browser(SERVER.v3(service)).issue(ticket).member("action"))
                .isEqualTo("LOCATION");
    }

    @Test
    void itsContextIsInTheAnswerThatUsesItUp() {
        Browser browser = new Browser(SERVER.v3(service));
        String changed = ticket("context", "first");
        call("update", "ticket", changed, "info", Json.read("{\"context\":\"second\"}"));
        Answer issued = browser.issue(changed);
        assertThat(Json.writeText(issued.json().get("ticketInfo"))).isEqualTo("{\"context\":\"second\"}");
        assertThat(issued.member("responseContent")).doesNotContain("second");
        assertThat(browser.issue(ticket()).json().get("ticketInfo")).isNull();
        assertThat(browser.issue(changed).json().get("ticketInfo")).isNull();
        assertThat(new Browser(SERVER.v2(service))
                        .issue(ticket("context", "first"))
                        .json()
                        .get("ticketInfo"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "update"})
    void oneThatIsNotThereIsNotFound(String call) {
        String used = ticket();
        new Browser(SERVER.v3(service)).issue(used);
        Service other = SERVER.given(Services.aService().build());
        Client its = SERVER.given(Clients.aClient().of(other).build());
        String foreign =
                new Browser(SERVER.v3(other)).ask(its, "&response_type=code").member("ticket");
        for (String ticket : new String[] {"none", "\u00fc", used, foreign}) {
            Answer answer = call(call, "ticket", ticket, "info", Json.read("{\"context\":\"x\"}"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.member("action")).as(ticket).isEqualTo("NOT_FOUND");
            assertThat(answer.json().get("info")).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "info, {}",
        "info, '{\"ticket\":[\"x\"]}'",
        "update, '{\"info\":{\"context\":\"x\"}}'",
        "update, '{\"ticket\":\"t\"}'",
        "update, '{\"ticket\":\"t\",\"info\":\"x\"}'",
        "update, '{\"ticket\":\"t\",\"info\":[]}'",
        "update, '{\"ticket\":\"t\",\"info\":{\"context\":{}}}'"
    })
    void aCallOfTheWrongFormIsTheCallersError(String call, String body) {
        Answer answer = SERVER.v3(service).post("/auth/authorization/ticket/" + call, body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("action")).isEqualTo("CALLER_ERROR");
    }

    private String ticket(Object... more) {
        Object[] fields = new Object[more.length + 2];
        fields[0] = "parameters";
        fields[1] = "response_type=code&client_id=" + client.id();
        System.arraycopy(more, 0, fields, 2, more.length);
        return SERVER.v3(service).post("/auth/authorization", Fields.of(fields)).member("ticket");
    }

    private Answer call(String name, Object... fields) {
        return SERVER.v3(service).post("/auth/authorization/ticket/" + name, Fields.of(fields));
    }

    private static String info(Answer answer) {
        return Json.writeText(answer.json().get("info"));
    }
}
