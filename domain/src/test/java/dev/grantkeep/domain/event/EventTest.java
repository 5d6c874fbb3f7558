package dev.grantkeep.domain.event;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.event.Event.Kind;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Secret;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which event a change of which aggregate has. */
final class EventTest {
    private static final ScopeSet READ = ScopeSet.of("read");
    private static final Generation OTHER = new Generation(43);

    private final Instant later = NOW.plusSeconds(1);

    private void assertHappened(Change<?> change, Kind kind) {
        assertThat(change.event()).isEqualTo(new Event(kind, later));
    }

    @Test
    void ofAService() {
        Service service = Samples.service();
        assertThat(service.created().event()).isEqualTo(new Event(Kind.SERVICE_CREATED, service.createdAt()));
        assertHappened(service.update(ServiceSettings.EMPTY, later), Kind.SERVICE_CHANGED);
        assertHappened(service.withSecret(new Secret("new"), later), Kind.SERVICE_SECRET_CHANGED);
    }

    @Test
    void ofAClient() {
        Client client = Samples.client();
        assertThat(client.created().event()).isEqualTo(new Event(Kind.CLIENT_CREATED, client.createdAt()));
        assertHappened(client.update(ClientSettings.EMPTY, later), Kind.CLIENT_CHANGED);
        assertHappened(client.withSecret(new Secret("new"), later), Kind.CLIENT_SECRET_CHANGED);
        assertHappened(client.withLock(true, later), Kind.CLIENT_LOCKED);
        assertHappened(client.withLock(false, later), Kind.CLIENT_UNLOCKED);
        assertHappened(client.cutOff(OTHER, later), Kind.CLIENT_CUT_OFF);
    }

    @Test
    void ofAGrant() {
        GrantHead head = Samples.head();
        assertHappened(GrantHead.openAuthorized(head.key(), OTHER, READ, later), Kind.CONSENT_REMEMBERED);
        assertHappened(head.authorize(READ, later), Kind.CONSENT_REMEMBERED);
        assertHappened(head.forgetGrantedScopes(later), Kind.CONSENT_FORGOTTEN);
        assertHappened(head.rewriteScopes(READ, later), Kind.GRANT_REWRITTEN);
        assertHappened(head.supersede(OTHER, later), Kind.GRANT_SUPERSEDED);
        assertHappened(head.revoke(OTHER, later), Kind.GRANT_REVOKED);
    }

    @Test
    void ofAGrantThatIsOnlyThereNothingHappened() {
        assertThat(GrantHead.open(Samples.head().key(), OTHER, later).event()).isNull();
        assertThat(Samples.head().touch(later).event()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void itsNumberIsThatOfNoOtherKind(Kind kind) {
        assertThat(Kind.of(kind.number())).isEqualTo(kind);
    }

    /** They are stored. */
    @Test
    void numbersNeverChange() {
        assertThat(Arrays.stream(Kind.values()).map(kind -> kind.number() + " " + kind))
                .containsExactly(
                        "1 SERVICE_CREATED",
                        "2 SERVICE_CHANGED",
                        "3 SERVICE_REMOVED",
                        "4 SERVICE_SECRET_CHANGED",
                        "11 CLIENT_CREATED",
                        "12 CLIENT_CHANGED",
                        "13 CLIENT_SECRET_CHANGED",
                        "14 CLIENT_LOCKED",
                        "15 CLIENT_UNLOCKED",
                        "16 CLIENT_CUT_OFF",
                        "17 CLIENT_REMOVED",
                        "21 CONSENT_REMEMBERED",
                        "22 CONSENT_FORGOTTEN",
                        "23 GRANT_REWRITTEN",
                        "24 GRANT_SUPERSEDED",
                        "25 GRANT_REVOKED",
                        "31 TOKEN_ISSUED",
                        "32 TOKEN_REFRESHED",
                        "33 TOKEN_CHANGED",
                        "34 TOKEN_REVOKED",
                        "35 TOKEN_DELETED",
                        "36 TOKEN_REUSED",
                        "37 TOKEN_TAKEN_BACK");
    }

    @Test
    void anUnknownNumberIsRefused() {
        assertThatThrownBy(() -> Kind.of(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
