package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A name leads to one client: no alias is taken for the id of another client. */
@OnEveryStore
final class ClientNamesTest {
    private final Tenant tenant;
    private final OAuthClient client;

    ClientNamesTest(Stage stage) {
        tenant = stage.tenant("clientIdAliasEnabled", true);
        client = tenant.client();
    }

    @Test
    void anAliasIsNotTheIdOfAnotherClient() {
        tenant.api()
                .post("client/create", "clientIdAlias", Long.toString(client.id()), "clientIdAliasEnabled", true)
                .refused(400)
                .says("A146210");
        OAuthClient other = tenant.client();
        tenant.api()
                .post(
                        "client/update/" + other.id(),
                        "clientIdAlias",
                        Long.toString(client.id()),
                        "clientIdAliasEnabled",
                        true)
                .refused(400)
                .says("A146210");

        tenant.api().delete("client/delete/" + client.id()).empty();
        tenant.api().delete("client/delete/" + client.id()).refused(404);
        tenant.api().get("client/get/" + other.id()).ok();
    }

    @Test
    void anIdWithALeadingZeroIsNobodysUnlessItIsAnAlias() {
        String zero = "0" + client.id();
        for (boolean aliases : new boolean[] {true, false}) {
            tenant.change("clientIdAliasEnabled", aliases);

            authorize(zero).does("BAD_REQUEST");
            byItself(zero).does("INVALID_CLIENT").says("A157302");
            tenant.api().get("client/get/" + zero).refused(404);
        }
        tenant.change("clientIdAliasEnabled", true);
        OAuthClient other = tenant.client("clientIdAlias", zero, "clientIdAliasEnabled", true);

        assertThat(authorize(zero)
                        .does("INTERACTION")
                        .object("client")
                        .get("clientId")
                        .getAsLong())
                .isEqualTo(other.id());
    }

    private Answer authorize(String name) {
        return tenant.api()
                .post(
                        "auth/authorization",
                        "parameters",
                        Form.of("client_id", name, "response_type", "code", "redirect_uri", OAuthClient.REDIRECT_URI));
    }

    private Answer byItself(String name) {
        return tenant.api()
                .post(
                        "auth/token",
                        "parameters",
                        "grant_type=client_credentials",
                        "clientId",
                        name,
                        "clientSecret",
                        client.secret());
    }

    @Test
    void anAliasMayBeTheClientsOwnId() {
        client.change("clientIdAlias", Long.toString(client.id()), "clientIdAliasEnabled", true);

        Answer found = tenant.api().get("client/get/" + client.id()).ok();

        assertThat(found.text("clientIdAlias")).isEqualTo(Long.toString(client.id()));
    }

    @Test
    void anAliasMayBeTheIdThatAClientHadElsewhere() {
        client.change("clientIdAlias", "26478243745571", "clientIdAliasEnabled", true);

        assertThat(tenant.api().get("client/get/26478243745571").ok().number("clientId"))
                .isEqualTo(client.id());
    }
}
