package dev.grantkeep.domain.client;

import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.key.JwtForm;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Attributes;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed of a client by an update: a document with the members that the API has, of which each concern here
 * reads what it is about, once. What no concern reads is kept.
 */
public final class ClientSettings {
    /** A client attribute: {@code true} is a resource server. */
    public static final String RESOURCE_SERVER = "grantkeep.resource_server";

    public static final ClientSettings EMPTY = new ClientSettings(Members.NONE, Set.of());

    private static final String EXTENSION = "extension";

    private final Members members;
    private final Set<Demand> demands;
    private final ClientIdentity identity;
    private final ClientCapabilities capabilities;
    private final ClientRequests requests;
    private final ClientRequestObjects requestObjects;
    private final Durations durations;
    private final JwtForm idToken;
    private final JwtForm userInfo;
    private final JwtForm authorizationResponse;
    private final boolean singleAccessTokenPerSubject;
    private final Attributes attributes;
    private final boolean resourceServer;

    /**
     * @param demands the protections that the members demand and that are not given yet
     * @throws IllegalArgumentException if a member is not valid
     */
    public ClientSettings(Members members, Set<Demand> demands) {
        this.members = members;
        this.demands = Set.copyOf(demands);
        identity = ClientIdentity.of(members);
        capabilities = ClientCapabilities.of(members);
        requests = ClientRequests.of(members);
        requestObjects = ClientRequestObjects.of(members);
        idToken = JwtForm.of(members, "idToken");
        userInfo = JwtForm.of(members, "userInfo");
        authorizationResponse = JwtForm.of(members, "authorization");
        durations = Durations.of(members.object(EXTENSION));
        singleAccessTokenPerSubject = members.flag("singleAccessTokenPerSubject");
        attributes = Attributes.of(members.objects("attributes"));
        resourceServer = attributes.flag(RESOURCE_SERVER);
    }

    /** The document. */
    public Members members() {
        return members;
    }

    /** The protections that it demands and that are not given yet. */
    public Set<Demand> demands() {
        return demands;
    }

    /** The developer it belongs to. */
    public @Nullable String developer() {
        return identity.developer();
    }

    public @Nullable ClientAlias alias() {
        return identity.alias();
    }

    /** Whether the alias counts; the service must enable aliases too. */
    public boolean aliasEnabled() {
        return identity.aliasEnabled();
    }

    public ClientType type() {
        return capabilities.type();
    }

    public ClientAuthMethod authMethod() {
        return capabilities.authMethod();
    }

    /**
     * The algorithms by which the assertions may be signed that it authenticates with: the one that it is registered with,
     * or all of its method. None if its method does not take the one.
     */
    public Set<SignatureAlgorithm> assertionAlgorithms() {
        return capabilities.assertionAlgorithms();
    }

    public List<RedirectUri> redirectUris() {
        return capabilities.redirectUris();
    }

    public List<ResponseType> responseTypes() {
        return capabilities.responseTypes();
    }

    public List<GrantType> grantTypes() {
        return capabilities.grantTypes();
    }

    /** The only scopes it may have; absent is no restriction, empty is none at all. */
    public @Nullable ScopeSet requestableScopes() {
        return capabilities.requestableScopes();
    }

    /** What its authorization requests may and must hold. */
    public ClientRequests requests() {
        return requests;
    }

    /** How its request objects are made and where they are. */
    public ClientRequestObjects requestObjects() {
        return requestObjects;
    }

    /** How it gets ID tokens; where nothing is said, signed by RS256 (OpenID Connect Registration section 2). */
    public JwtForm idToken() {
        return idToken.signedBy(SignatureAlgorithm.RS256);
    }

    /** How it gets what the userinfo endpoint answers; as JSON where nothing is said. */
    public JwtForm userInfo() {
        return userInfo;
    }

    /** How it gets authorization responses that are JWTs (JARM section 3). */
    public JwtForm authorizationResponse() {
        return authorizationResponse;
    }

    /** Whether it is registered for a signature of such responses; there are none without. */
    public boolean signsAuthorizationResponses() {
        return authorizationResponse.signing() != null && !authorizationResponse.isUnsigned();
    }

    /** Whether each sector of clients knows a user by another name (OpenID Connect Core section 8). */
    public boolean isPairwise() {
        return "PAIRWISE".equals(members.text("subjectType"));
    }

    /** Where the redirect URIs are listed that are of one sector (OpenID Connect Core section 8.1). Null if it says none. */
    public @Nullable String sectorIdentifierUri() {
        String uri = members.text("sectorIdentifierUri");
        return uri == null || uri.isEmpty() ? null : uri;
    }

    /** Where its keys are, if it has none in {@link #jwks}. */
    public @Nullable String jwksUri() {
        return members.text("jwksUri");
    }

    /** Its keys, as a JWK Set (RFC 7517). Null if it has none. */
    public @Nullable String jwks() {
        String jwks = members.text("jwks");
        return jwks == null || jwks.isEmpty() ? null : jwks;
    }

    /** Its own token durations ("Token duration per client"). */
    public Durations durations() {
        return durations;
    }

    /** A new token of a subject ends the older ones. */
    public boolean singleAccessTokenPerSubject() {
        return singleAccessTokenPerSubject;
    }

    /** Whether it is a resource server: one that is told of the tokens of all clients when it introspects. */
    public boolean isResourceServer() {
        return resourceServer;
    }

    /** Free attributes; those that start with {@code grantkeep.} are Grantkeep's own settings. */
    public Attributes attributes() {
        return attributes;
    }

    /**
     * The first redirect URI that a client of the service may not register, if there is one: it is not safe, the service
     * does not allow such, and the client does not have it already.
     *
     * @param before the client's settings until now; {@link #EMPTY} for a new client
     */
    public Optional<RedirectUri> insecureRedirectUri(Service of, ClientSettings before) {
        return of.settings().insecureRedirectUrisAllowed()
                ? Optional.empty()
                : redirectUris().stream()
                        .filter(uri -> !uri.isSafe() && !before.redirectUris().contains(uri))
                        .findFirst();
    }

    /** The same settings with other requestable scopes; null takes the restriction away. */
    public ClientSettings requesting(@Nullable ScopeSet scopes) {
        Members extension = members.object(EXTENSION).with("requestableScopesEnabled", scopes != null);
        if (scopes != null) {
            extension = extension.with("requestableScopes", scopes.toStrings());
        } else if (requestableScopes() != null) {
            extension = extension.without("requestableScopes");
        }
        return new ClientSettings(members.with(EXTENSION, extension), demands);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClientSettings settings && members.equals(settings.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return "ClientSettings[" + members + "]";
    }
}
