package dev.grantkeep.adapter.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.memory.InMemoryRemoteDocuments;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.Unreachable.Reason;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sector of pairwise clients (OpenID Connect Core section 8.1, Registration section 5). */
class SectorTest {
    private static final RestServer SERVER = RestServer.shared();
    private static final Service SERVICE = SERVER.given(Services.aService().build());
    private static final String A = "https://a.example.com/cb";
    private static final String B = "https://b.example.com/cb";

    private final InMemoryRemoteDocuments documents = SERVER.bean(InMemoryRemoteDocuments.class);
    private final DocumentAddress address = new DocumentAddress(
            "https://Sector.example.com:8443/" + Unique.hash().value());
    private final String list = address.value();

    static Stream<RestServer.Caller> callers() {
        return Stream.of(SERVER.v2(SERVICE), SERVER.v3(SERVICE));
    }

    private static String pairwise(String uri, String... redirectUris) {
        return "{\"subjectType\":\"PAIRWISE\",\"sectorIdentifierUri\":\"" + uri + "\",\"redirectUris\":"
                + array(redirectUris) + "}";
    }

    private static String array(String... texts) {
        return Stream.of(texts).map(text -> "\"" + text + "\"").toList().toString();
    }

    private static Answer create(String body) {
        return SERVER.v2(SERVICE).post("/client/create", body);
    }

    private static void refused(Answer answer, String... words) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.message()).contains("'sectorIdentifierUri'").contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "subjectType":"PAIRWISE","redirectUris":["https://a.example.com/1","https://a.example.com/2"] | a.example.com
                    "subjectType":"PAIRWISE","redirectUris":["https://a.example.com/1","https://A.Example.com/2"] | a.example.com
                    "subjectType":"PAIRWISE","redirectUris":["com.example.app:/cb"] |
                    "subjectType":"PAIRWISE","derivedSectorIdentifier":"mine.example.com" |
                    "subjectType":"PUBLIC","redirectUris":["https://a.example.com/1"] |
                    """)
    void isComputed(String members, String expected) {
        Answer created = create("{" + members + "}");

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.member("derivedSectorIdentifier")).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("callers")
    void isTheHostOfAUriWhoseDocumentListsTheRedirectUris(RestServer.Caller caller) {
        documents.publish(list, array(A, "https://c.example.com/", B));
        Answer created = caller.post("/client/create", pairwise(list, A, B));

        assertThat(created.status()).as(created.body()).isEqualTo(200);
        assertThat(created.member("derivedSectorIdentifier")).isEqualTo("sector.example.com");
    }

    @ParameterizedTest
    @MethodSource("callers")
    void isNotOfADocumentWithoutOneOfThem(RestServer.Caller caller) {
        documents.publish(list, array(A));
        refused(caller.post("/client/create", pairwise(list, A, B)), list, "does not hold '" + B + "'");
        Answer before = caller.post("/client/create", pairwise(list, A));
        String path = "/client/update/" + before.member("clientId");
        refused(caller.post(path, pairwise(list, A, B)), list, "does not hold '" + B + "'");
        assertThat(caller.get("/client/get/" + before.member("clientId"))
                        .json()
                        .get("redirectUris")
                        .size())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{}",
                "{\"redirect_uris\":[]}",
                "\"" + A + "\"",
                "[\"" + A + "\"",
                "[\"\\u00",
                "null"
            })
    void isNotOfADocumentThatIsNoArray(String text) {
        documents.publish(list, text);
        refused(create(pairwise(list, A)), list, "is no JSON array");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,\"" + A + "\"]", "[1e999999999]", "[[\"" + A + "\"]]", "[{\"uri\":\"" + A + "\"}]"})
    void isNotOfADocumentWithSomethingElse(String text) {
        documents.publish(list, text);
        refused(create(pairwise(list, A)), list, "something else than texts");
    }

    @Test
    void comparesCharacterForCharacter() {
        documents.publish(list, array(A + "/", A.toUpperCase(Locale.ROOT), A.substring(1)));
        refused(create(pairwise(list, A)), "does not hold '" + A + "'");
    }

    @Test
    void isNotOfADocumentThatCannotBeHad() {
        documents.fail(address, Reason.NOT_PUBLIC);
        refused(create(pairwise(list, A)), list, "cannot be had: its host has no public address");
        refused(create(pairwise("https://x.example.com/" + Unique.hash().value(), A)), "cannot be had");
        refused(create(pairwise("ftp://x.example.com/", A)), "must be the address of a document");
        refused(create(pairwise("https://x.example.com/#part", A)), "must be the address of a document");
        refused(create(pairwise("urn:sector", A)), "must be the address of a document");
    }

    @Test
    void isNoneOfSeveralHostsWithoutAUri() {
        refused(create(pairwise("", A, B)), "several hosts");
        Client client = SERVER.given(
                Clients.aClient().of(SERVICE).withRedirectUris(A, B).build());
        refused(SERVER.v2(SERVICE).post("/client/update/" + client.id(), pairwise("", A, B)), "several hosts");
    }

    @Test
    void isNotAskedForWhereSubjectsAreNotPairwise() {
        String members = "\"sectorIdentifierUri\":\"" + list + "\",\"redirectUris\":" + array(A, B) + "}";
        assertThat(create("{" + members).status()).isEqualTo(200);
        assertThat(create("{\"subjectType\":\"PUBLIC\"," + members).status()).isEqualTo(200);
        assertThat(documents.fetches(address)).isZero();
    }

    @Nested
    class AnUpdate {
        private final Client client = SERVER.given(Clients.aClient()
                .of(SERVICE)
                .withRedirectUris(A, B)
                .with("subjectType", "PAIRWISE")
                .with("sectorIdentifierUri", list)
                .build());

        private Answer update(String body) {
            return SERVER.v2(SERVICE).post("/client/update/" + client.id(), body);
        }

        @Test
        void ofSomethingElseAsksNobody() {
            documents.fail(address, Reason.FAILING);
            Answer got = SERVER.v2(SERVICE).get("/client/get/" + client.id());
            assertThat(update(got.body()).status()).isEqualTo(200);
            assertThat(update(pairwise(list, B)).status()).isEqualTo(200);
            assertThat(update("{}").status()).isEqualTo(200);
            assertThat(documents.fetches(address)).isZero();
        }

        @Test
        void thatAddsARedirectUriSeesWhatTheDocumentIsNow() {
            String third = "https://c.example.com/cb";
            documents.publish(list, array(A, B));
            refused(update(pairwise(list, A, B, third)), "does not hold '" + third + "'");
            SERVER.clock().advance(Duration.ofSeconds(61));
            documents.publish(list, array(A, B, third));
            assertThat(update(pairwise(list, A, B, third)).status()).isEqualTo(200);
        }

        @Test
        void thatTakesTheUriAwayLeavesNoSector() {
            refused(update(pairwise("", A, B)), "several hosts");
            Answer updated = update(pairwise("", A));
            assertThat(updated.member("derivedSectorIdentifier")).isEqualTo("a.example.com");
        }

        @Test
        void ofAClientFromBeforeMayLeaveWhatIsAmissAndAddNothing() {
            Client old = SERVER.given(Clients.aClient()
                    .of(SERVICE)
                    .withRedirectUris(A, B)
                    .with("subjectType", "PAIRWISE")
                    .build());
            String path = "/client/update/" + old.id();
            assertThat(SERVER.v2(SERVICE).post(path, pairwise("", A, B)).status())
                    .isEqualTo(200);
            refused(SERVER.v2(SERVICE).post(path, pairwise("", A, B, "https://c.example.com/")), "several hosts");
        }
    }
}
