package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.authlete.common.api.AuthleteApi;
import com.authlete.common.api.AuthleteApiException;
import com.authlete.common.dto.AccessToken;
import com.authlete.common.dto.AuthorizationFailRequest;
import com.authlete.common.dto.AuthorizationFailResponse;
import com.authlete.common.dto.AuthorizationIssueRequest;
import com.authlete.common.dto.AuthorizationIssueResponse;
import com.authlete.common.dto.AuthorizationRequest;
import com.authlete.common.dto.AuthorizationResponse;
import com.authlete.common.dto.AuthorizedClientListResponse;
import com.authlete.common.dto.BackchannelAuthenticationIssueRequest;
import com.authlete.common.dto.Client;
import com.authlete.common.dto.ClientAuthorizationGetListRequest;
import com.authlete.common.dto.ClientAuthorizationUpdateRequest;
import com.authlete.common.dto.ClientListResponse;
import com.authlete.common.dto.ClientSecretRefreshResponse;
import com.authlete.common.dto.ClientSecretUpdateResponse;
import com.authlete.common.dto.GrantedScopesGetResponse;
import com.authlete.common.dto.IntrospectionRequest;
import com.authlete.common.dto.IntrospectionResponse;
import com.authlete.common.dto.Pair;
import com.authlete.common.dto.Property;
import com.authlete.common.dto.RevocationRequest;
import com.authlete.common.dto.RevocationResponse;
import com.authlete.common.dto.Scope;
import com.authlete.common.dto.Service;
import com.authlete.common.dto.ServiceConfigurationRequest;
import com.authlete.common.dto.ServiceListResponse;
import com.authlete.common.dto.StandardIntrospectionRequest;
import com.authlete.common.dto.StandardIntrospectionResponse;
import com.authlete.common.dto.TokenCreateRequest;
import com.authlete.common.dto.TokenCreateResponse;
import com.authlete.common.dto.TokenListResponse;
import com.authlete.common.dto.TokenRequest;
import com.authlete.common.dto.TokenResponse;
import com.authlete.common.dto.TokenRevokeRequest;
import com.authlete.common.dto.TokenUpdateRequest;
import com.authlete.common.dto.TokenUpdateResponse;
import com.authlete.common.dto.UserInfoIssueRequest;
import com.authlete.common.dto.UserInfoIssueResponse;
import com.authlete.common.dto.UserInfoRequest;
import com.authlete.common.dto.UserInfoResponse;
import com.authlete.common.types.ClientAuthMethod;
import com.authlete.common.types.ClientType;
import com.authlete.common.types.GrantType;
import com.authlete.common.types.ResponseType;
import com.authlete.common.types.SubjectType;
import com.authlete.common.types.TokenStatus;
import com.google.gson.JsonObject;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.fixture.P256Keys;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every call of the official Java library whose endpoint is here, with the values that its callers get back. */
@OnEveryStore
final class OfficialLibraryTest {
    private static final String REDIRECT_URI = "https://client.example.org/cb";
    private static final String VERIFIER = "a-verifier-of-at-least-43-unreserved-characters-0123456789";

    private final Stage stage;
    private final AuthleteApi owner;
    private final Service service;
    private final AuthleteApi api;
    private final Client client;

    OfficialLibraryTest(Stage stage) {
        this.stage = stage;
        stage.later(Duration.ofMillis(1));
        owner = Library.owner(stage);
        service = owner.createService(aService());
        api = Library.of(stage, service);
        client = api.createClient(aClient());
    }

    private static Service aService() {
        return new Service()
                .setServiceName("A service")
                .setSupportedGrantTypes(new GrantType[] {
                    GrantType.AUTHORIZATION_CODE,
                    GrantType.IMPLICIT,
                    GrantType.REFRESH_TOKEN,
                    GrantType.CLIENT_CREDENTIALS
                })
                .setSupportedResponseTypes(
                        new ResponseType[] {ResponseType.CODE, ResponseType.TOKEN, ResponseType.NONE})
                .setSupportedTokenAuthMethods(
                        new ClientAuthMethod[] {ClientAuthMethod.CLIENT_SECRET_BASIC, ClientAuthMethod.NONE})
                .setSupportedScopes(new Scope[] {
                    new Scope().setName("read"), new Scope().setName("write"), new Scope().setName("payment")
                })
                .setAccessTokenDuration(3_600)
                .setRefreshTokenDuration(7_200);
    }

    private static Client aClient() {
        return new Client()
                .setClientName("A client")
                .setDeveloper("developer 1")
                .setClientType(ClientType.CONFIDENTIAL)
                .setTokenAuthMethod(ClientAuthMethod.CLIENT_SECRET_BASIC)
                .setRedirectUris(new String[] {REDIRECT_URI})
                .setResponseTypes(new ResponseType[] {ResponseType.CODE, ResponseType.TOKEN, ResponseType.NONE})
                .setGrantTypes(new GrantType[] {
                    GrantType.AUTHORIZATION_CODE,
                    GrantType.IMPLICIT,
                    GrantType.REFRESH_TOKEN,
                    GrantType.CLIENT_CREDENTIALS
                });
    }

    @Nested
    class Services {
        @Test
        void keepEveryMemberThatCreateAndUpdateSend() {
            Pair[] rule = {new Pair("grantkeep.duration_rule", "most_specific")};
            Service sent = EveryMember.of(Service.class, 1).setAttributes(rule);
            Service created = owner.createService(sent);
            EveryMember.assertSame(created, sent);
            EveryMember.assertSame(owner.getService(created.getApiKey()), created);

            Service changed = EveryMember.of(Service.class, 2).setAttributes(rule);
            changed.setApiKey(created.getApiKey());
            Service updated = Library.of(stage, created).updateService(changed);
            EveryMember.assertSame(updated, changed);
            EveryMember.assertSame(owner.getService(created.getApiKey()), changed);
            assertThat(updated.getApiKey()).isEqualTo(created.getApiKey());
            assertThat(updated.getApiSecret()).isEqualTo(created.getApiSecret());
            assertThat(updated.getCreatedAt()).isEqualTo(created.getCreatedAt());
        }

        @Test
        void getAKeyASecretAndTheirTimes() {
            assertThat(service.getApiKey()).isPositive();
            assertThat(service.getApiSecret()).matches("[A-Za-z0-9_-]{43}");
            assertThat(service.getCreatedAt()).isEqualTo(stage.now());
            assertThat(service.getModifiedAt()).isEqualTo(stage.now());
            assertThat(service.getServiceName()).isEqualTo("A service");
            assertThat(service.getAccessTokenDuration()).isEqualTo(3_600);
        }

        @Test
        @SuppressWarnings("deprecation")
        void areCreatedByTheMisspeltCallToo() {
            Service created = owner.createServie(new Service().setServiceName("misspelt"));

            assertThat(owner.getService(created.getApiKey()).getServiceName()).isEqualTo("misspelt");
        }

        @Test
        void areListedInWindows() {
            ServiceListResponse firstFive = owner.getServiceList();
            ServiceListResponse one = owner.getServiceList(firstFive.getTotalCount() - 1, firstFive.getTotalCount());

            assertThat(firstFive.getStart()).isZero();
            assertThat(firstFive.getEnd()).isEqualTo(5);
            assertThat(one.getTotalCount()).isEqualTo(firstFive.getTotalCount());
            assertThat(one.getServices())
                    .singleElement()
                    .satisfies(last -> assertThat(last.getApiKey()).isEqualTo(service.getApiKey()));
        }

        @Test
        void areGoneOnceDeleted() {
            owner.deleteService(service.getApiKey());

            assertThatThrownBy(() -> owner.getService(service.getApiKey()))
                    .isInstanceOfSatisfying(
                            AuthleteApiException.class,
                            e -> assertThat(e.getStatusCode()).isEqualTo(404));
            assertThatThrownBy(api::getClientList)
                    .isInstanceOfSatisfying(
                            AuthleteApiException.class,
                            e -> assertThat(e.getStatusCode()).isEqualTo(401));
            owner.deleteService(service.getApiKey());
        }
    }

    @Nested
    class KeySets {
        @Test
        void arePublishedWithoutWhatIsPrivate() {
            assertThat(api.getServiceJwks()).isNullOrEmpty();

            Map<String, Object> first = P256Keys.privateKey("first");
            Map<String, Object> second = P256Keys.privateKey("second");
            String both = P256Keys.set(first, second);
            api.updateService(owner.getService(service.getApiKey()).setJwks(both));

            assertThat(JsonText.read(api.getServiceJwks(true, false)))
                    .isEqualTo(JsonText.read(P256Keys.set(P256Keys.publicKey(first), P256Keys.publicKey(second))));
            assertThat(api.getServiceJwks(false, true)).isEqualTo(both);
        }
    }

    @Nested
    class Clients {
        @Test
        void keepEveryMemberThatCreateAndUpdateSend() {
            api.updateService(owner.getService(service.getApiKey())
                    .setClientIdAliasEnabled(true)
                    .setSupportedCustomClientMetadata(new String[] {"tier"}));
            Client sent = EveryMember.of(Client.class, 1).setSubjectType(SubjectType.PUBLIC);
            Client created = api.createClient(sent);
            EveryMember.assertSame(created, sent);
            EveryMember.assertSame(api.getClient(created.getClientId()), created);

            Client changed = EveryMember.of(Client.class, 2).setSubjectType(SubjectType.PUBLIC);
            changed.setClientId(created.getClientId());
            Client updated = api.updateClient(changed);
            EveryMember.assertSame(updated, changed);
            EveryMember.assertSame(api.getClient(created.getClientId()), changed);
            assertThat(updated.getClientSecret()).isEqualTo(created.getClientSecret());
            assertThat(updated.getCreatedAt()).isEqualTo(created.getCreatedAt());
            assertThat(updated.getNumber()).isEqualTo(created.getNumber());
            assertThat(updated.getServiceNumber()).isEqualTo(service.getNumber());
        }

        @Test
        void getAnIdASecretAndTheirTimes() {
            assertThat(client.getClientId()).isPositive();
            assertThat(client.getClientSecret()).matches("[A-Za-z0-9_-]{86}");
            assertThat(client.getCreatedAt()).isEqualTo(stage.now());
            assertThat(client.getClientName()).isEqualTo("A client");
            assertThat(client.isLocked()).isFalse();
        }

        @Test
        void areFoundByIdAndByAlias() {
            api.updateService(owner.getService(service.getApiKey()).setClientIdAliasEnabled(true));
            Client named =
                    api.createClient(aClient().setClientIdAlias("my-client").setClientIdAliasEnabled(true));

            assertThat(api.getClient("my-client").getClientId()).isEqualTo(named.getClientId());
            assertThat(api.getClient(Long.toString(named.getClientId())).getClientIdAlias())
                    .isEqualTo("my-client");
        }

        @Test
        void areListedInWindowsAndByDeveloper() {
            stage.later(Duration.ofMillis(1));
            Client second = api.createClient(aClient().setDeveloper("developer 2"));

            ClientListResponse all = api.getClientList();
            assertThat(all.getStart()).isZero();
            assertThat(all.getEnd()).isEqualTo(5);
            assertThat(all.getTotalCount()).isEqualTo(2);
            assertThat(ids(all)).containsExactly(client.getClientId(), second.getClientId());
            assertThat(ids(api.getClientList(1, 2))).containsExactly(second.getClientId());
            boolean byDeveloper = stage.dialect() == Dialect.V2;
            assertThat(ids(api.getClientList("developer 2")))
                    .hasSize(byDeveloper ? 1 : 2)
                    .contains(second.getClientId());
            assertThat(ids(api.getClientList("developer 2", 0, 1)))
                    .containsExactly(byDeveloper ? second.getClientId() : client.getClientId());
        }

        @Test
        void areGoneOnceDeletedAndDeletingAgainDoesNoHarm() {
            api.deleteClient(client.getClientId());
            api.deleteClient(client.getClientId());
            api.deleteClient(Long.toString(client.getClientId()));

            assertThatThrownBy(() -> api.getClient(client.getClientId()))
                    .isInstanceOfSatisfying(
                            AuthleteApiException.class,
                            e -> assertThat(e.getStatusCode()).isEqualTo(404));
            assertThat(api.getClientList().getTotalCount()).isZero();
        }

        @Test
        void getNewSecrets() {
            ClientSecretRefreshResponse refreshed = api.refreshClientSecret(client.getClientId());
            ClientSecretUpdateResponse updated = api.updateClientSecret(client.getClientId(), "A-chosen_secret-1");
            ClientSecretUpdateResponse again =
                    api.updateClientSecret(Long.toString(client.getClientId()), "A-chosen_secret-2");
            ClientSecretRefreshResponse last = api.refreshClientSecret(Long.toString(client.getClientId()));

            assertThat(refreshed.getResultCode()).isEqualTo("A148001");
            assertThat(refreshed.getResultMessage())
                    .isEqualTo("[A148001] Successfully refreshed the client secret of the client (ID = "
                            + client.getClientId() + ").");
            assertThat(refreshed.getOldClientSecret()).isEqualTo(client.getClientSecret());
            assertThat(refreshed.getNewClientSecret()).matches("[A-Za-z0-9_-]{86}");
            assertThat(updated.getResultCode()).isEqualTo("A149001");
            assertThat(updated.getOldClientSecret()).isEqualTo(refreshed.getNewClientSecret());
            assertThat(updated.getNewClientSecret()).isEqualTo("A-chosen_secret-1");
            assertThat(again.getOldClientSecret()).isEqualTo("A-chosen_secret-1");
            assertThat(last.getOldClientSecret()).isEqualTo("A-chosen_secret-2");
            assertThat(api.getClient(client.getClientId()).getClientSecret()).isEqualTo(last.getNewClientSecret());
        }

        @Test
        void areLockedAndUnlocked() {
            String identifier = Long.toString(client.getClientId());
            api.updateClientLockFlag(identifier, true);
            assertThat(api.getClient(client.getClientId()).isLocked()).isTrue();
            assertThatThrownBy(() -> api.tokenCreate(aToken("user", "read")))
                    .isInstanceOfSatisfying(AuthleteApiException.class, e -> {
                        assertThat(e.getStatusCode()).isEqualTo(403);
                        assertThat(e.getResponseBody()).contains("A001215");
                    });

            api.updateClientLockFlag(identifier, false);
            assertThat(api.getClient(client.getClientId()).isLocked()).isFalse();
            assertThat(api.tokenCreate(aToken("user", "read")).getAction()).isEqualTo(TokenCreateResponse.Action.OK);
        }

        @Test
        void areRestrictedToRequestableScopes() {
            long id = client.getClientId();
            assertThat(api.getRequestableScopes(id)).isNull();

            assertThat(api.setRequestableScopes(id, new String[] {"read", "nonsense"}))
                    .containsExactly("read");
            assertThat(api.getRequestableScopes(id)).containsExactly("read");
            assertThat(api.getClient(id).getExtension().isRequestableScopesEnabled())
                    .isTrue();
            assertThat(api.getClient(id).getExtension().getRequestableScopes()).containsExactly("read");

            assertThat(api.setRequestableScopes(id, new String[0])).isEmpty();
            api.deleteRequestableScopes(id);
            assertThat(api.getRequestableScopes(id)).isNull();
            assertThat(api.setRequestableScopes(id, null)).isNull();
        }

        private List<Long> ids(ClientListResponse list) {
            return Arrays.stream(list.getClients()).map(Client::getClientId).toList();
        }
    }

    @Nested
    class TheAuthorizationCodeFlow {
        @Test
        void goesFromTheRequestToARevocation() {
            AuthorizationResponse authorization = authorize("code", "read write");
            assertThat(authorization.getAction()).isEqualTo(AuthorizationResponse.Action.INTERACTION);
            assertThat(authorization.getResultCode()).isEqualTo("A004001");
            assertThat(authorization.getClient().getClientId()).isEqualTo(client.getClientId());
            assertThat(authorization.getClient().getClientName()).isEqualTo("A client");
            assertThat(authorization.getService().getServiceName()).isEqualTo("A service");
            assertThat(authorization.getScopes()).extracting(Scope::getName).containsExactly("read", "write");

            String code = code(authorization.getTicket());
            TokenResponse token = api.token(tokenRequest(Form.of(
                    "grant_type",
                    "authorization_code",
                    "code",
                    code,
                    "redirect_uri",
                    REDIRECT_URI,
                    "code_verifier",
                    VERIFIER)));
            assertThat(token.getAction()).isEqualTo(TokenResponse.Action.OK);
            assertThat(token.getResultCode()).isEqualTo("A050001");
            assertThat(token.getGrantType()).isEqualTo(GrantType.AUTHORIZATION_CODE);
            assertThat(token.getClientId()).isEqualTo(client.getClientId());
            assertThat(token.getSubject()).isEqualTo("user");
            assertThat(token.getScopes()).containsExactly("read", "write");
            assertThat(token.getAccessTokenDuration()).isEqualTo(3_600);
            assertThat(token.getAccessTokenExpiresAt()).isEqualTo(stage.now() + 3_600_000);
            assertThat(token.getRefreshTokenDuration()).isEqualTo(7_200);
            assertThat(token.getRefreshTokenExpiresAt()).isEqualTo(stage.now() + 7_200_000);
            assertThat(token.getClientAuthMethod()).isEqualTo(ClientAuthMethod.CLIENT_SECRET_BASIC);
            JsonObject content = Json.parse(token.getResponseContent()).getAsJsonObject();
            assertThat(content.get("access_token").getAsString()).isEqualTo(token.getAccessToken());
            assertThat(content.get("refresh_token").getAsString()).isEqualTo(token.getRefreshToken());
            assertThat(content.get("token_type").getAsString()).isEqualTo("Bearer");
            assertThat(content.get("expires_in").getAsLong()).isEqualTo(3_600);
            assertThat(content.get("scope").getAsString()).isEqualTo("read write");

            TokenResponse refreshed = api.token(
                    tokenRequest(Form.of("grant_type", "refresh_token", "refresh_token", token.getRefreshToken())));
            assertThat(refreshed.getAction()).isEqualTo(TokenResponse.Action.OK);
            assertThat(refreshed.getRefreshToken()).isNotEqualTo(token.getRefreshToken());
            assertThat(refreshed.isPreviousRefreshTokenUsed()).isFalse();
            assertThat(introspect(token.getAccessToken()).getAction())
                    .isEqualTo(IntrospectionResponse.Action.UNAUTHORIZED);
            assertThat(introspect(refreshed.getAccessToken()).getAction()).isEqualTo(IntrospectionResponse.Action.OK);

            RevocationResponse revoked = api.revocation(new RevocationRequest()
                    .setParameters(Form.of("token", refreshed.getRefreshToken()))
                    .setClientId(Long.toString(client.getClientId()))
                    .setClientSecret(client.getClientSecret()));
            assertThat(revoked.getAction()).isEqualTo(RevocationResponse.Action.OK);
            assertThat(revoked.getResultCode()).isEqualTo("A113001");
            assertThat(introspect(refreshed.getAccessToken()).getResultCode()).isEqualTo("A057302");
        }

        @Test
        void needsTheVerifierOfThePkceChallenge() {
            String code = code(authorize("code", "read").getTicket());

            TokenResponse token = api.token(tokenRequest(
                    Form.of("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT_URI)));

            assertThat(token.getAction()).isEqualTo(TokenResponse.Action.BAD_REQUEST);
            assertThat(token.getResultCode()).isEqualTo("A050312");
            assertThat(token.getResponseContent()).contains("invalid_grant");
        }

        @Test
        void givesATokenAtOnceInTheImplicitFlow() {
            AuthorizationIssueResponse issued = issue(authorize("token", "read").getTicket());

            assertThat(issued.getAction()).isEqualTo(AuthorizationIssueResponse.Action.LOCATION);
            assertThat(issued.getResultCode()).isEqualTo("A040001");
            assertThat(issued.getAccessTokenDuration()).isEqualTo(3_600);
            assertThat(issued.getAccessTokenExpiresAt()).isEqualTo(stage.now() + 3_600_000);
            assertThat(Form.fragment(issued.getResponseContent()))
                    .containsEntry("access_token", issued.getAccessToken())
                    .containsEntry("expires_in", "3600")
                    .containsEntry("scope", "read")
                    .containsEntry("state", "a state");
        }

        @Test
        void endsWithTheErrorThatFailNames() {
            String ticket = authorize("code", "read").getTicket();

            AuthorizationFailResponse failed = api.authorizationFail(
                    new AuthorizationFailRequest().setTicket(ticket).setReason(AuthorizationFailRequest.Reason.DENIED));
            AuthorizationIssueResponse late = issue(ticket);

            assertThat(failed.getAction()).isEqualTo(AuthorizationFailResponse.Action.LOCATION);
            assertThat(Form.query(failed.getResponseContent()))
                    .containsEntry("error", "access_denied")
                    .containsEntry("state", "a state");
            assertThat(late.getAction()).isEqualTo(AuthorizationIssueResponse.Action.BAD_REQUEST);
        }

        @Test
        void carriesThePropertiesOfTheDecision() {
            String ticket = authorize("token", "read").getTicket();

            AuthorizationIssueResponse issued = api.authorizationIssue(new AuthorizationIssueRequest()
                    .setTicket(ticket)
                    .setSubject("user")
                    .setProperties(new Property[] {new Property("shown", "1"), new Property("kept", "2", true)}));
            IntrospectionResponse introspected = introspect(issued.getAccessToken());

            assertThat(Form.fragment(issued.getResponseContent()))
                    .containsEntry("shown", "1")
                    .doesNotContainKey("kept");
            assertThat(introspected.getProperties())
                    .extracting(Property::getKey, Property::getValue, Property::isHidden)
                    .containsExactly(tuple("shown", "1", false), tuple("kept", "2", true));
        }

        @Test
        void givesAClientATokenOfItsOwn() {
            TokenResponse token = api.token(tokenRequest(Form.of("grant_type", "client_credentials", "scope", "read")));

            assertThat(token.getAction()).isEqualTo(TokenResponse.Action.OK);
            assertThat(token.getGrantType()).isEqualTo(GrantType.CLIENT_CREDENTIALS);
            assertThat(token.getSubject()).isNull();
            assertThat(token.getRefreshToken()).isNull();
            assertThat(introspect(token.getAccessToken()).getSubject()).isNull();
        }

        private AuthorizationResponse authorize(String responseType, String scope) {
            return api.authorization(new AuthorizationRequest()
                    .setParameters(Form.of(
                                    "response_type",
                                    responseType,
                                    "client_id",
                                    client.getClientId(),
                                    "redirect_uri",
                                    REDIRECT_URI,
                                    "scope",
                                    scope,
                                    "state",
                                    "a state")
                            + (responseType.equals("code")
                                    ? "&code_challenge_method=S256&code_challenge=" + Pkce.s256(VERIFIER)
                                    : "")));
        }

        private AuthorizationIssueResponse issue(String ticket) {
            return api.authorizationIssue(
                    new AuthorizationIssueRequest().setTicket(ticket).setSubject("user"));
        }

        private String code(String ticket) {
            AuthorizationIssueResponse issued = issue(ticket);
            assertThat(issued.getAction()).isEqualTo(AuthorizationIssueResponse.Action.LOCATION);
            assertThat(issued.getAccessTokenDuration()).isZero();
            Map<String, String> query = Form.query(issued.getResponseContent());
            assertThat(query).containsEntry("state", "a state");
            assertThat(query.get("code")).isEqualTo(issued.getAuthorizationCode());
            return query.get("code");
        }

        private TokenRequest tokenRequest(String parameters) {
            return new TokenRequest()
                    .setParameters(parameters)
                    .setClientId(Long.toString(client.getClientId()))
                    .setClientSecret(client.getClientSecret());
        }
    }

    @Nested
    class TokensThatTheServerMakes {
        @Test
        void haveWhatWasAskedFor() {
            TokenCreateResponse created = api.tokenCreate(aToken("user", "read", "write")
                    .setAccessTokenDuration(100)
                    .setRefreshTokenDuration(200)
                    .setProperties(new Property[] {new Property("key", "value", true)}));

            assertThat(created.getAction()).isEqualTo(TokenCreateResponse.Action.OK);
            assertThat(created.getResultCode()).isEqualTo("A109001");
            assertThat(created.getResultMessage())
                    .isEqualTo("[A109001] An access token was created successfully: authorization_code, client = "
                            + client.getClientId());
            assertThat(created.getGrantType()).isEqualTo(GrantType.AUTHORIZATION_CODE);
            assertThat(created.getClientId()).isEqualTo(client.getClientId());
            assertThat(created.getSubject()).isEqualTo("user");
            assertThat(created.getScopes()).containsExactly("read", "write");
            assertThat(created.getTokenType()).isEqualTo("Bearer");
            assertThat(created.getExpiresIn()).isEqualTo(100);
            assertThat(created.getExpiresAt()).isEqualTo(stage.now() + 100_000);
            assertThat(created.getAccessToken()).matches("[A-Za-z0-9_-]{64}");
            assertThat(created.getRefreshToken()).matches("[A-Za-z0-9_-]{64}");
            assertThat(created.getProperties())
                    .singleElement()
                    .satisfies(p -> assertThat(p.getValue()).isEqualTo("value"));

            IntrospectionResponse introspected = introspect(created.getAccessToken());
            assertThat(introspected.getAction()).isEqualTo(IntrospectionResponse.Action.OK);
            assertThat(introspected.getResultCode()).isEqualTo("A056001");
            assertThat(introspected.getClientId()).isEqualTo(client.getClientId());
            assertThat(introspected.getSubject()).isEqualTo("user");
            assertThat(introspected.getScopes()).containsExactly("read", "write");
            assertThat(introspected.getScopeDetails())
                    .extracting(Scope::getName)
                    .containsExactly("read", "write");
            assertThat(introspected.getExpiresAt()).isEqualTo(stage.now() + 100_000);
            assertThat(introspected.isExistent()).isTrue();
            assertThat(introspected.isUsable()).isTrue();
            assertThat(introspected.isSufficient()).isTrue();
            assertThat(introspected.isRefreshable()).isTrue();
            assertThat(introspected.getResponseContent()).isEqualTo("Bearer error=\"invalid_request\"");
            assertThat(introspected.getGrantType()).isEqualTo(GrantType.AUTHORIZATION_CODE);
        }

        @Test
        void canHaveChosenValues() {
            TokenCreateResponse created = api.tokenCreate(aToken("user", "read")
                    .setAccessToken("chosen-access-" + client.getClientId())
                    .setRefreshToken("chosen-refresh-" + client.getClientId()));

            assertThat(created.getAccessToken()).isEqualTo("chosen-access-" + client.getClientId());
            assertThat(created.getRefreshToken()).isEqualTo("chosen-refresh-" + client.getClientId());
            assertThat(introspect(created.getAccessToken()).getAction()).isEqualTo(IntrospectionResponse.Action.OK);
        }

        @Test
        void areUpdated() {
            String token = create("user", "read");

            TokenUpdateResponse updated = api.tokenUpdate(new TokenUpdateRequest()
                    .setAccessToken(token)
                    .setScopes(new String[] {"write"})
                    .setAccessTokenExpiresAt(stage.now() + 5_000)
                    .setProperties(new Property[] {new Property("key", "value")}));

            assertThat(updated.getAction()).isEqualTo(TokenUpdateResponse.Action.OK);
            assertThat(updated.getResultCode()).isEqualTo("A135001");
            assertThat(updated.getAccessToken()).isEqualTo(token);
            assertThat(updated.getAccessTokenExpiresAt()).isEqualTo(stage.now() + 5_000);
            assertThat(updated.getScopes()).containsExactly("write");
            assertThat(updated.getTokenType()).isEqualTo("Bearer");
            assertThat(updated.getProperties())
                    .singleElement()
                    .satisfies(p -> assertThat(p.getKey()).isEqualTo("key"));
            assertThat(introspect(token).getScopes()).containsExactly("write");
        }

        @Test
        void areNotExpiredByAnUpdateThatSetsNothing() {
            String token = create("user", "read");

            TokenUpdateResponse updated = api.tokenUpdate(new TokenUpdateRequest().setAccessToken(token));

            assertThat(updated.getAccessTokenExpiresAt()).isEqualTo(stage.now() + 3_600_000);
            assertThat(introspect(token).getAction()).isEqualTo(IntrospectionResponse.Action.OK);
        }

        @Test
        void areListed() {
            String first = create("user", "read");
            stage.later(Duration.ofMillis(1));
            create("other", "write");

            TokenListResponse all = api.getTokenList();
            assertThat(all.getStart()).isZero();
            assertThat(all.getEnd()).isEqualTo(5);
            assertThat(all.getTotalCount()).isEqualTo(2);
            assertThat(all.getAccessTokens())
                    .extracting(AccessToken::getSubject)
                    .containsExactly("user", "other");

            AccessToken entry = api.getTokenList(Long.toString(client.getClientId()), "user")
                    .getAccessTokens()[0];
            assertThat(entry.getClientId()).isEqualTo(client.getClientId());
            assertThat(entry.getGrantType()).isEqualTo(GrantType.AUTHORIZATION_CODE);
            assertThat(entry.getScopes()).containsExactly("read");
            assertThat(entry.getAccessTokenHash()).matches("[A-Za-z0-9_-]{43}").isEqualTo(Pkce.s256(first));
            assertThat(entry.getRefreshTokenHash()).matches("[A-Za-z0-9_-]{43}");
            assertThat(entry.getAccessTokenExpiresAt() - entry.getCreatedAt()).isEqualTo(3_600_000);
            assertThat(entry.getRefreshTokenExpiresAt() - entry.getCreatedAt()).isEqualTo(7_200_000);
            assertThat(entry.getLastRefreshedAt()).isZero();

            String id = Long.toString(client.getClientId());
            assertThat(api.getTokenList(TokenStatus.VALID).getTotalCount()).isEqualTo(2);
            assertThat(api.getTokenList(TokenStatus.INVALID).getTotalCount()).isZero();
            assertThat(api.getTokenList(1, 2).getAccessTokens())
                    .extracting(AccessToken::getSubject)
                    .containsExactly("other");
            assertThat(api.getTokenList(0, 1, TokenStatus.ALL).getAccessTokens())
                    .hasSize(1);
            assertThat(api.getTokenList(id, "user", 0, 5).getTotalCount()).isEqualTo(1);
            assertThat(api.getTokenList(id, "user", 0, 5, TokenStatus.VALID).getTotalCount())
                    .isEqualTo(1);
            assertThat(api.getTokenList(id, "user", TokenStatus.INVALID).getTotalCount())
                    .isZero();
            assertThat(api.getTokenList(id, null).getClient().getClientId()).isEqualTo(client.getClientId());
            assertThat(api.getTokenList(null, "user").getSubject()).isEqualTo("user");
        }

        @Test
        void areDeletedByValueAndByHash() {
            String first = create("user", "read");
            String second = create("user", "read");

            api.tokenDelete(first);
            api.tokenDelete(Pkce.s256(second));

            assertThat(introspect(first).getResultCode()).isEqualTo("A057302");
            assertThat(introspect(second).getResultCode()).isEqualTo("A057302");
        }

        @Test
        void areRevokedByEveryWayToNameThem() {
            String id = Long.toString(client.getClientId());
            TokenCreateResponse one = api.tokenCreate(aToken("user", "read"));
            TokenCreateResponse two = api.tokenCreate(aToken("user", "read"));
            assertThat(revoke(new TokenRevokeRequest().setAccessTokenIdentifier(one.getAccessToken())))
                    .isEqualTo(1);
            assertThat(revoke(new TokenRevokeRequest().setRefreshTokenIdentifier(Pkce.s256(two.getRefreshToken()))))
                    .isEqualTo(1);

            create("user", "read");
            create("user", "read");
            assertThat(revoke(new TokenRevokeRequest().setClientIdentifier(id).setSubject("user")))
                    .isEqualTo(2);

            String last = create("user", "read");
            assertThat(revoke(new TokenRevokeRequest().setSubject("user"))).isEqualTo(1);
            create("user", "read");
            create("other", "read");
            assertThat(revoke(new TokenRevokeRequest().setClientIdentifier(id))).isEqualTo(2);
            assertThat(introspect(last).getAction()).isEqualTo(IntrospectionResponse.Action.UNAUTHORIZED);
        }

        @Test
        void areIntrospectedTheStandardWay() {
            String token = create("user", "read");

            StandardIntrospectionResponse active = api.standardIntrospection(
                    new StandardIntrospectionRequest().setParameters(Form.of("token", token)));
            StandardIntrospectionResponse inactive = api.standardIntrospection(
                    new StandardIntrospectionRequest().setParameters(Form.of("token", "unknown")));

            assertThat(active.getAction()).isEqualTo(StandardIntrospectionResponse.Action.OK);
            assertThat(active.getResultCode()).isEqualTo("A145001");
            assertThat(active.getResultMessage())
                    .isEqualTo("[A145001] Introspection was performed successfully (type=access_token, active=true).");
            JsonObject content = Json.parse(active.getResponseContent()).getAsJsonObject();
            assertThat(content.get("active").getAsBoolean()).isTrue();
            assertThat(content.get("scope").getAsString()).isEqualTo("read");
            assertThat(content.get("client_id").getAsString()).isEqualTo(Long.toString(client.getClientId()));
            assertThat(content.get("sub").getAsString()).isEqualTo("user");
            assertThat(content.get("token_type").getAsString()).isEqualTo("Bearer");
            assertThat(content.get("exp").getAsLong()).isEqualTo(stage.now() / 1_000 + 3_600);
            assertThat(inactive.getAction()).isEqualTo(StandardIntrospectionResponse.Action.OK);
            assertThat(inactive.getResponseContent()).isEqualTo("{\"active\":false}");
        }

        private int revoke(TokenRevokeRequest request) {
            var revoked = api.tokenRevoke(request);
            assertThat(revoked.getResultCode()).isEqualTo("A312001");
            return revoked.getCount();
        }
    }

    @Nested
    class Authorizations {
        @Test
        void areListedChangedAndDeleted() {
            String token = create("user", "read", "write");
            AuthorizedClientListResponse list =
                    api.getClientAuthorizationList(new ClientAuthorizationGetListRequest("user"));
            assertThat(list.getSubject()).isEqualTo("user");
            assertThat(list.getStart()).isZero();
            assertThat(list.getEnd()).isEqualTo(5);
            assertThat(list.getTotalCount()).isEqualTo(1);
            assertThat(list.getClients())
                    .singleElement()
                    .satisfies(c -> assertThat(c.getClientId()).isEqualTo(client.getClientId()));

            api.updateClientAuthorization(
                    client.getClientId(), new ClientAuthorizationUpdateRequest("user", new String[] {"read"}));
            assertThat(introspect(token).getScopes()).containsExactly("read");

            api.deleteClientAuthorization(client.getClientId(), "user");
            assertThat(introspect(token).getAction()).isEqualTo(IntrospectionResponse.Action.UNAUTHORIZED);
            assertThat(api.getClientAuthorizationList(new ClientAuthorizationGetListRequest("user"))
                            .getTotalCount())
                    .isZero();
        }

        @Test
        void areRememberedAsGrantedScopes() {
            grant("read");
            stage.later(Duration.ofMillis(1));
            grant("write");

            GrantedScopesGetResponse granted = api.getGrantedScopes(client.getClientId(), "user");
            assertThat(granted.getServiceApiKey()).isEqualTo(service.getApiKey());
            assertThat(granted.getClientId()).isEqualTo(client.getClientId());
            assertThat(granted.getSubject()).isEqualTo("user");
            assertThat(granted.getLatestGrantedScopes()).containsExactly("write");
            assertThat(granted.getMergedGrantedScopes()).containsExactlyInAnyOrder("read", "write");
            assertThat(granted.getModifiedAt()).isEqualTo(stage.now());

            api.deleteGrantedScopes(client.getClientId(), "user");
            assertThat(api.getGrantedScopes(client.getClientId(), "user").getMergedGrantedScopes())
                    .isNull();
        }

        private void grant(String scope) {
            AuthorizationResponse authorization = api.authorization(new AuthorizationRequest()
                    .setParameters(
                            Form.of("response_type", "code", "client_id", client.getClientId(), "scope", scope)));
            api.authorizationIssue(new AuthorizationIssueRequest()
                    .setTicket(authorization.getTicket())
                    .setSubject("user"));
        }
    }

    @Test
    void echoAnswersWithWhatItWasSent() {
        assertThat(api.echo(Map.of("k", "a value & more"))).containsEntry("k", "a value & more");
    }

    @Test
    void aTokenWithoutTheScopeOpensNoUserinfoEndpoint() {
        String token = create("user", "read");

        UserInfoResponse checked = api.userinfo(new UserInfoRequest().setToken(token));
        UserInfoIssueResponse issued = api.userinfoIssue(new UserInfoIssueRequest().setToken(token));

        assertThat(checked.getAction()).isEqualTo(UserInfoResponse.Action.FORBIDDEN);
        assertThat(issued.getAction()).isEqualTo(UserInfoIssueResponse.Action.FORBIDDEN);
        assertThat(issued.getResponseContent()).startsWith("Bearer error=\"insufficient_scope\"");
    }

    @Test
    void theConfigurationIsADocumentOfItsOwn() {
        assertThat(api.getServiceConfiguration(true)).startsWith("{\n").contains("\"response_types_supported\"");
        assertThat(api.getServiceConfiguration(new ServiceConfigurationRequest()
                        .setPatch("[{\"op\":\"add\",\"path\":\"/mine\",\"value\":1}]")))
                .contains("\"mine\":1");
    }

    @Test
    void callsThatAreNotHereYetAreRefusedClearly() {
        List<Runnable> calls = List.of(
                () -> api.backchannelAuthenticationIssue(
                        new BackchannelAuthenticationIssueRequest().setTicket("ticket")),
                () -> api.hskGetList());

        assertThat(calls)
                .allSatisfy(call -> assertThatThrownBy(call::run)
                        .isInstanceOfSatisfying(AuthleteApiException.class, e -> {
                            assertThat(e.getStatusCode()).isEqualTo(404);
                            assertThat(e.getResponseBody())
                                    .contains("resultCode")
                                    .contains("resultMessage");
                        }));
    }

    @Test
    void anAccessTokenWorksInBothDialects() {
        AuthleteApi byAccessToken = Library.byAccessToken(stage, service);

        assertThat(byAccessToken.getClient(client.getClientId()).getClientName())
                .isEqualTo("A client");
    }

    @Test
    void wrongCredentialsAreRefused() {
        Service stranger = new Service().setApiKey(service.getApiKey());
        stranger.setApiSecret("wrong");

        assertThatThrownBy(() -> Library.of(stage, stranger).getClientList())
                .isInstanceOfSatisfying(
                        AuthleteApiException.class,
                        e -> assertThat(e.getStatusCode()).isEqualTo(401));
    }

    private TokenCreateRequest aToken(String subject, String... scopes) {
        return new TokenCreateRequest()
                .setGrantType(GrantType.AUTHORIZATION_CODE)
                .setClientId(client.getClientId())
                .setSubject(subject)
                .setScopes(scopes);
    }

    private String create(String subject, String... scopes) {
        return api.tokenCreate(aToken(subject, scopes)).getAccessToken();
    }

    private IntrospectionResponse introspect(String token) {
        return api.introspection(new IntrospectionRequest().setToken(token));
    }
}
