package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists that are read in several parts show what one reading would. */
@OnEveryStore
final class LongListsTest {
    private static final int ALL = 12;

    private final Stage stage;
    private final Tenant tenant;
    private final Api api;

    LongListsTest(Stage stage) {
        this.stage = stage;
        tenant = stage.tenant();
        api = tenant.api();
    }

    @ParameterizedTest
    @CsvSource({"0,1000", "0,12", "3,9", "7,300", "11,12", "12,20", "5,5"})
    void ofClients(int start, int end) {
        List<Long> clients =
                IntStream.range(0, ALL).mapToObj(i -> oneMoreClient()).toList();

        Answer list = api.get("client/get/list?start=" + start + "&end=" + end).ok();

        assertThat(list.number("totalCount")).isEqualTo(ALL);
        assertThat(list.number("start")).isEqualTo(start);
        assertThat(list.number("end")).isEqualTo(end);
        assertThat(list.objects("clients").stream()
                        .map(client -> client.get("clientId").getAsLong()))
                .containsExactlyElementsOf(clients.subList(Math.min(start, ALL), Math.min(end, ALL)));
    }

    private long oneMoreClient() {
        stage.later(Duration.ofMillis(1));
        return tenant.client("description", "x".repeat(60_000)).id();
    }

    @Test
    void ofTokens() {
        OAuthClient client = tenant.client();
        IntStream.range(0, 55).forEach(i -> client.create("user" + i).ok());

        Answer list = api.get("auth/token/get/list?end=1000&clientIdentifier=" + client.id())
                .ok();

        assertThat(list.number("totalCount")).isEqualTo(55);
        assertThat(list.objects("accessTokens").stream()
                        .map(token -> token.get("subject").getAsString()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 55).mapToObj(i -> "user" + i).toList());
        assertThat(list.object("client").get("clientId").getAsLong()).isEqualTo(client.id());
    }

    @Test
    void ofAuthorizedClients() {
        List<Long> clients = IntStream.range(0, 23)
                .mapToObj(i -> tenant.client())
                .peek(client -> client.create("user").ok())
                .map(OAuthClient::id)
                .toList();

        Answer list = api.get("client/authorization/get/list/user?end=1000").ok();

        assertThat(list.number("totalCount")).isEqualTo(23);
        assertThat(list.objects("clients").stream()
                        .map(client -> client.get("clientId").getAsLong()))
                .containsExactlyInAnyOrderElementsOf(clients)
                .doesNotHaveDuplicates();
    }
}
