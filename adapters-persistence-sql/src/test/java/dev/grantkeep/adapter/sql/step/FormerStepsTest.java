package dev.grantkeep.adapter.sql.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.application.contract.Together;
import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.port.out.Reclaimer.Work;
import dev.grantkeep.application.port.out.StepInContext;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.CodeChallenge;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.Property;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the release before has stored, and may still store, is found, used once, and swept. */
final class FormerStepsTest {
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private enum On {
        H2,
        POSTGRES;

        SqlStores stores() {
            return this == H2 ? SqlStores.h2() : SqlStores.postgres();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCodeIsFoundWithAllThatItHad(On on) {
        Service service = service(on);
        TokenHash hash = code(on, service, Times.inSeconds(60), null);
        AuthorizationCode code = code(on, service, hash).orElseThrow().step();

        assertThat(code.client().value()).isEqualTo(7);
        assertThat(code.subject().value()).isEqualTo("user");
        assertThat(code.scopes().toString()).isEqualTo("read write");
        assertThat(code.standing().client().value()).isEqualTo(3);
        assertThat(code.request().target().redirectUri()).isEqualTo("https://client.example/cb");
        assertThat(code.request().target().redirectUriGiven()).isTrue();
        assertThat(code.request().challenge()).isEqualTo(new CodeChallenge(CodeChallenge.Method.S256, CHALLENGE));
        assertThat(code.properties().list()).containsExactly(new Property("k", "v", true));
        assertThat(code.details().authentication().acr()).isEqualTo("1");
        assertThat(code.createdAt()).isEqualTo(Times.NOW);
        assertThat(code.expiresAt()).isEqualTo(Times.inSeconds(60));
        assertThat(code.isRedeemed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aCodeIsRedeemedOnceAndStaysSo(On on) {
        Service service = service(on);
        TokenHash hash = code(on, service, Times.inSeconds(60), null);
        TokenId token = Unique.tokenId();
        assertThat(Together.run(4, () -> code(on, service, hash).isPresent())).containsOnly(true);
        assertThat(on.stores().steps().settle(StepKinds.CODE.key(service.id(), hash), token))
                .isTrue();
        assertThat(on.stores().steps().settle(StepKinds.CODE.key(service.id(), hash), token))
                .isFalse();
        assertThat(code(on, service, hash).orElseThrow().step().redeemedAs()).isEqualTo(token);
    }

    @ParameterizedTest
    @EnumSource
    void aCodeThatWasRedeemedIsFoundAsThat(On on) {
        Service service = service(on);
        TokenId token = Unique.tokenId();
        TokenHash hash = code(on, service, Times.inSeconds(60), token);
        assertThat(code(on, service, hash).orElseThrow().step().redeemedAs()).isEqualTo(token);
    }

    @ParameterizedTest
    @EnumSource
    void aTicketIsFoundAndTakenOnce(On on) {
        Service service = service(on);
        TokenHash hash = ticket(on, service, Times.inSeconds(60));
        var key = StepKinds.TICKET.key(service.id(), hash);
        Ticket ticket = on.stores().steps().find(key).orElseThrow().step();

        assertThat(ticket.request().client().id().value()).isEqualTo(7);
        assertThat(ticket.request().target().state()).isEqualTo("s");
        assertThat(ticket.expiresAt()).isEqualTo(Times.inSeconds(60));
        assertThat(on.stores().steps().take(key)).isTrue();
        assertThat(on.stores().steps().take(key)).isFalse();
        assertThat(on.stores().steps().find(key)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void expiredOnesAreSwept(On on) {
        Service service = service(on);
        Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
        code(on, service, longAgo, null);
        ticket(on, service, longAgo);
        on.stores().reclaimer().reclaim(Work.EXPIRED_STEPS, longAgo, 10_000);
        for (String table : List.of("authorization_code", "ticket")) {
            assertThat(database(on)
                            .count(
                                    "select count(*) from " + table + " where service_id = ?",
                                    to -> to.add(service.id())))
                    .isZero();
        }
    }

    private static Optional<StepInContext<AuthorizationCode>> code(On on, Service service, TokenHash hash) {
        return on.stores().steps().find(StepKinds.CODE.key(service.id(), hash));
    }

    private static Service service(On on) {
        Service service = Services.aService().build();
        on.stores().services().add(Changed.to(service));
        return service;
    }

    private static TokenHash code(On on, Service service, Instant expiresAt, @Nullable TokenId redeemedAs) {
        TokenHash hash = Unique.hash();
        database(on)
                .write(
                        """
                        insert into authorization_code (hash, service_id, client_id, subject, scopes, client_generation,
                            generation, rewrite_number, redirect_uri, redirect_uri_given, challenge_method, challenge,
                            properties, details, created_at, expires_at, redeemed_as)
                        values (?, ?, 7, 'user', 'read write', 3, 4, 0, 'https://client.example/cb', true, 'S256', ?,
                            '[{"key":"k","value":"v","hidden":true}]', '{"acr":"1"}', ?, ?, ?)
                        """,
                        to -> to.add(hash)
                                .add(service.id())
                                .add(CHALLENGE)
                                .add(Times.NOW)
                                .add(expiresAt)
                                .add(redeemedAs));
        return hash;
    }

    private static TokenHash ticket(On on, Service service, Instant expiresAt) {
        TokenHash hash = Unique.hash();
        database(on)
                .write(
                        "insert into ticket (hash, service_id, expires_at, request) values (?, ?, ?, ?)",
                        to -> to.add(hash)
                                .add(service.id())
                                .add(expiresAt)
                                .add(
                                        "{\"client\":7,\"clientIdAliasUsed\":false,\"responseType\":\"CODE\",\"responseMode\":\"QUERY\","
                                                + "\"redirectUri\":\"https://client.example/cb\",\"redirectUriGiven\":true,"
                                                + "\"scopes\":\"read\",\"state\":\"s\",\"resources\":[]}"));
        return hash;
    }

    private static Database database(On on) {
        return on.stores().bean(Database.class);
    }
}
