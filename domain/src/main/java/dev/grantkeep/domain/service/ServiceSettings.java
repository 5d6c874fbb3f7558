package dev.grantkeep.domain.service;

import dev.grantkeep.domain.duration.DurationRule;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.duration.TokenDuration;
import dev.grantkeep.domain.key.JwtForm;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.scope.ScopeCatalog;
import dev.grantkeep.domain.value.Attributes;
import dev.grantkeep.domain.value.Members;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a service can change: a document with the members that the API has, of which each concern here reads
 * what it is about, once. What no concern reads is kept.
 */
public final class ServiceSettings {
    /** What the keys of the attributes begin with that Grantkeep itself reads. */
    public static final String OWN_ATTRIBUTES = "grantkeep.";

    /** A service attribute: {@code true} lets clients register redirect URIs that are not safe. */
    public static final String INSECURE_REDIRECT_URIS = "grantkeep.insecure_redirect_uris";

    public static final ServiceSettings EMPTY = new ServiceSettings(Members.NONE, Set.of());

    private final Members members;
    private final Set<Demand> demands;
    private final ScopeCatalog scopes;
    private final Capabilities capabilities;
    private final Durations durations;
    private final @Nullable TokenDuration codeDuration;
    private final RefreshPolicy refresh;
    private final AuthorizationPolicy authorization;
    private final LoginPolicy logins;
    private final OpenIdPolicy openId;
    private final JwtForm accessToken;
    private final AssertionPolicy assertions;
    private final RequestObjectPolicy requestObjects;
    private final ErrorPolicy errors;
    private final ClientPolicy clients;
    private final boolean singleAccessTokenPerSubject;
    private final Attributes attributes;
    private final DurationRule durationRule;
    private final boolean insecureRedirectUrisAllowed;
    private final FrontPolicy front;
    private final DevicePolicy device;
    private final DetailSchemaPolicy detailSchemas;

    /**
     * @param demands the protections that the members demand and that are not given yet
     * @throws IllegalArgumentException if a member is not valid or one of Grantkeep's attributes has an unknown value
     */
    public ServiceSettings(Members members, Set<Demand> demands) {
        this.members = members;
        this.demands = Set.copyOf(demands);
        scopes = ScopeCatalog.of(members.objects("supportedScopes"));
        capabilities = Capabilities.of(members);
        durations = Durations.of(members);
        codeDuration = Durations.of(members, "authorizationCodeDuration");
        refresh = RefreshPolicy.of(members);
        logins = LoginPolicy.of(members);
        openId = OpenIdPolicy.of(members);
        accessToken = JwtForm.of(members, "accessToken");
        requestObjects = RequestObjectPolicy.of(members);
        errors = ErrorPolicy.of(members);
        clients = ClientPolicy.of(members);
        singleAccessTokenPerSubject = members.flag("singleAccessTokenPerSubject");
        attributes = Attributes.of(members.objects("attributes"));
        authorization = AuthorizationPolicy.of(members, attributes);
        durationRule = ruleOf(attributes);
        insecureRedirectUrisAllowed = attributes.flag(INSECURE_REDIRECT_URIS);
        front = FrontPolicy.of(attributes);
        device = DevicePolicy.of(members);
        assertions = AssertionPolicy.of(members, front);
        detailSchemas = DetailSchemaPolicy.of(attributes);
    }

    /** The document. */
    public Members members() {
        return members;
    }

    /** The protections that it demands and that are not given yet. */
    public Set<Demand> demands() {
        return demands;
    }

    public @Nullable String issuer() {
        return members.text("issuer");
    }

    /** The {@code token_type} of its access tokens; {@code Bearer} when not set. */
    public @Nullable String accessTokenType() {
        return members.text("accessTokenType");
    }

    public ScopeCatalog scopes() {
        return scopes;
    }

    public Capabilities capabilities() {
        return capabilities;
    }

    public Durations durations() {
        return durations;
    }

    /** How long an authorization code lives; 600 seconds when not set. */
    public @Nullable TokenDuration codeDuration() {
        return codeDuration;
    }

    public RefreshPolicy refresh() {
        return refresh;
    }

    public AuthorizationPolicy authorization() {
        return authorization;
    }

    public LoginPolicy logins() {
        return logins;
    }

    public OpenIdPolicy openId() {
        return openId;
    }

    /** How its access tokens are signed; nothing is said where they are no JWTs. */
    public JwtForm accessToken() {
        return accessToken;
    }

    public AssertionPolicy assertions() {
        return assertions;
    }

    public RequestObjectPolicy requestObjects() {
        return requestObjects;
    }

    /** Its keys, as a JWK Set (RFC 7517); some are private. Null if it has none. */
    public @Nullable String jwks() {
        String jwks = members.text("jwks");
        return jwks == null || jwks.isEmpty() ? null : jwks;
    }

    public ErrorPolicy errors() {
        return errors;
    }

    public ClientPolicy clients() {
        return clients;
    }

    /** A new token of a pair of client and subject ends the pair's older ones. */
    public boolean singleAccessTokenPerSubject() {
        return singleAccessTokenPerSubject;
    }

    /** Free attributes; those that start with {@code grantkeep.} are Grantkeep's own settings. */
    public Attributes attributes() {
        return attributes;
    }

    /** {@link DurationRule#SHORTEST} unless the attribute {@code grantkeep.duration_rule} names the other. */
    public DurationRule durationRule() {
        return durationRule;
    }

    /** Whether clients may register redirect URIs that are not safe; not unless the attribute says so. */
    public boolean insecureRedirectUrisAllowed() {
        return insecureRedirectUrisAllowed;
    }

    public FrontPolicy front() {
        return front;
    }

    public DevicePolicy device() {
        return device;
    }

    /** The schemas that its types of authorization details have. */
    public DetailSchemaPolicy detailSchemas() {
        return detailSchemas;
    }

    private static DurationRule ruleOf(Attributes attributes) {
        return attributes
                .first(DurationRule.SERVICE_ATTRIBUTE)
                .map(value -> DurationRule.ofAttributeValue(value)
                        .orElseThrow(() -> new IllegalArgumentException(
                                DurationRule.SERVICE_ATTRIBUTE + " is shortest or most_specific")))
                .orElse(DurationRule.SHORTEST);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ServiceSettings settings && members.equals(settings.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return "ServiceSettings[" + members + "]";
    }
}
