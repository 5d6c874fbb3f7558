package dev.grantkeep.domain.authorization;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.authorization.ConsentOutcome.Acknowledged;
import dev.grantkeep.domain.authorization.ConsentOutcome.Granted;
import dev.grantkeep.domain.authorization.ConsentOutcome.Refused;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.client.NamedClient;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.openid.Login;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.RefreshPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.Property;
import dev.grantkeep.domain.token.Targets;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenWish;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ConsentTest {
    private static final TokenWish WISH = TokenWish.of(Durations.ofSeconds(5, 0, 0), null);
    private static final Properties PROPERTIES = new Properties(List.of(new Property("a", "b", false)));

    private Service service = Samples.service();
    private @Nullable Client client = Samples.client();
    private ResponseType responseType = ResponseType.CODE;
    private RequestedScopes requested = new RequestedScopes(ScopeSet.of("read", "write"), false);
    private @Nullable Subject subject = Samples.SUBJECT;
    private @Nullable ScopeSet scopes;
    private TokenDetails details = TokenDetails.NONE;

    @Nested
    class WhatIsGranted {
        @Test
        void isWhatWasRequested() {
            IssueOrder order = order();
            assertThat(order.service()).isEqualTo(service);
            assertThat(order.client()).isEqualTo(client);
            assertThat(order.grantType()).isEqualTo(GrantType.IMPLICIT);
            assertThat(order.subject()).isEqualTo(Samples.SUBJECT);
            assertThat(order.scopes()).isEqualTo(ScopeSet.of("read", "write"));
            assertThat(order.remembered()).isEqualTo(ScopeSet.of("read", "write"));
            assertThat(order.wish()).isEqualTo(WISH);
            assertThat(order.properties()).isEqualTo(PROPERTIES);
            assertThat(order.details().namedBy()).isEqualTo(NamedBy.ALIAS);
            assertThat(order.details().targets().resources()).containsExactly("urn:a");
        }

        @Test
        void isWhatTheUserGrantedInstead() {
            scopes = ScopeSet.of("read", "offline_access");
            details = TokenDetails.NONE.withTargets(Targets.of(List.of("urn:b"), null));
            assertThat(order().scopes()).isEqualTo(ScopeSet.of("read", "offline_access"));
            assertThat(order().details().targets().resources()).containsExactly("urn:b");
        }

        @Test
        void hasOpenidOnlyIfItWasRequested() {
            scopes = ScopeSet.of("read", "openid");
            assertThat(order().scopes()).isEqualTo(ScopeSet.of("read"));
            requested = new RequestedScopes(ScopeSet.of("openid"), false);
            assertThat(order().scopes()).isEqualTo(ScopeSet.of("read", "openid"));
        }

        @Test
        void hasNoScopeThatTheServiceOrTheClientLostMeanwhile() {
            client = Samples.client(Durations.UNSET, ScopeSet.of("read"));
            assertThat(order().scopes()).isEqualTo(ScopeSet.of("read"));
            assertThat(order().details().scopesDenied()).isFalse();
            client = Samples.client(Durations.UNSET, ScopeSet.EMPTY);
            assertThat(order().details().scopesDenied()).isTrue();
        }

        @Test
        void deniesNothingIfNothingWasRequested() {
            requested = new RequestedScopes(ScopeSet.EMPTY, false);
            assertThat(order().details().scopesDenied()).isFalse();
            requested = new RequestedScopes(ScopeSet.EMPTY, true);
            assertThat(order().details().scopesDenied()).isTrue();
        }
    }

    @Nested
    class WithoutAUser {
        @Test
        void thereIsNoCodeOrToken() {
            subject = null;
            assertThat(decide()).isEqualTo(Refused.SUBJECT_MISSING);
            responseType = ResponseType.TOKEN;
            assertThat(decide()).isEqualTo(Refused.SUBJECT_MISSING);
        }

        @Test
        void aRequestForNothingIsAcknowledged() {
            subject = null;
            responseType = ResponseType.NONE;
            assertThat(decide()).isEqualTo(new Acknowledged(client));
        }
    }

    @Nested
    class IsRefused {
        @Test
        void ifTheClientIsGone() {
            client = null;
            assertThat(decide()).isEqualTo(Refused.CLIENT_GONE);
        }

        @Test
        void ifTheClientIsLocked() {
            client = Samples.client().withLock(true, NOW).state();
            assertThat(decide()).isEqualTo(Refused.CLIENT_LOCKED);
        }

        @Test
        void ifAScopeDemandsWhatIsNotGiven() {
            service = Samples.service(
                    RefreshPolicy.DEFAULT, Durations.UNSET, Samples.scope("read", "fapi", "rw"), Scope.named("write"));
            assertThat(decide()).isEqualTo(Refused.DEMAND_NOT_MET);
            scopes = ScopeSet.of("write");
            assertThat(decide()).isInstanceOf(Granted.class);
        }
    }

    private IssueOrder order() {
        return ((Granted) decide()).order();
    }

    private ConsentOutcome decide() {
        AuthorizationRequest request = new AuthorizationRequest(
                new NamedClient(Samples.CLIENT, NamedBy.ALIAS),
                new ResponseTarget("https://client.example.org/cb", true, ResponseMode.QUERY, null),
                responseType,
                requested,
                null,
                Targets.of(List.of("urn:a"), null),
                Login.NONE,
                null);
        return new Consent(service, request, subject, scopes, WISH, PROPERTIES, details, Members.NONE).decide(client);
    }
}
