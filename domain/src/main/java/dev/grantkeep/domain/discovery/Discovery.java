package dev.grantkeep.domain.discovery;

import dev.grantkeep.domain.authorization.ResponseMode;
import dev.grantkeep.domain.key.ContentEncryption;
import dev.grantkeep.domain.key.KeyChoice;
import dev.grantkeep.domain.key.KeyManagementAlgorithm;
import dev.grantkeep.domain.key.KeyPurpose;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.KeyWish;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.service.FrontPolicy;
import dev.grantkeep.domain.service.RequestObjectPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.value.Members;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service says of itself to clients (OpenID Connect Discovery section 3, RFC 8414 section 2): what its settings
 * say, as far as it is given. What is not given is not named, or said to be missing where silence would say yes.
 *
 * @param grantTypes that are given at the token endpoint
 * @param authMethods by which clients can authenticate
 * @param keys the service's own; null if it has none
 */
public record Discovery(
        Service service,
        Set<GrantType> grantTypes,
        Set<ClientAuthMethod> authMethods,
        @Nullable KeySet keys) {
    private static final String DEVICE = "device_authorization_endpoint";

    /** The members that are what a setting is, letter by letter. */
    private static final Map<String, String> TEXTS = inPairs(
            "issuer",
            "issuer",
            "authorization_endpoint",
            "authorizationEndpoint",
            "token_endpoint",
            "tokenEndpoint",
            "userinfo_endpoint",
            "userInfoEndpoint",
            "revocation_endpoint",
            "revocationEndpoint",
            "introspection_endpoint",
            "introspectionEndpoint",
            "pushed_authorization_request_endpoint",
            "pushedAuthReqEndpoint",
            DEVICE,
            "deviceAuthorizationEndpoint",
            "end_session_endpoint",
            "endSessionEndpoint",
            "jwks_uri",
            "jwksUri",
            "service_documentation",
            "serviceDocumentation",
            "op_policy_uri",
            "policyUri",
            "op_tos_uri",
            "tosUri");

    /** Where the ready front of a service has them, below its issuer. */
    private static final Map<String, String> FRONT = inPairs(
            "authorization_endpoint", "/authorize",
            "token_endpoint", "/token",
            "userinfo_endpoint", "/userinfo",
            "revocation_endpoint", "/revoke",
            "introspection_endpoint", "/introspect",
            "pushed_authorization_request_endpoint", "/par",
            "jwks_uri", "/jwks");

    /** The same, for lists. */
    private static final Map<String, String> LISTS = inPairs(
            "claims_supported", "supportedClaims",
            "claims_locales_supported", "supportedClaimLocales",
            "ui_locales_supported", "supportedUiLocales",
            "authorization_details_types_supported", "supportedAuthorizationDetailsTypes");

    /** What clients get as JWTs, by the names of the algorithms for it. */
    private static final List<Map.Entry<String, KeyPurpose>> JWTS = List.of(
            Map.entry("id_token", KeyPurpose.ID_TOKEN),
            Map.entry("userinfo", KeyPurpose.USER_INFO),
            Map.entry("authorization", KeyPurpose.AUTHORIZATION_RESPONSE));

    public Discovery {
        grantTypes = Set.copyOf(grantTypes);
        authMethods = Set.copyOf(authMethods);
    }

    public Members document() {
        ServiceSettings settings = service.settings();
        Members members = settings.members();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        TEXTS.forEach((name, member) -> document.put(name, members.text(member)));
        String issuer = settings.issuer();
        if (settings.front().enabled() && issuer != null) {
            FRONT.forEach((name, path) -> document.merge(name, FrontPolicy.address(issuer, path), (said, own) -> said));
            if (grantTypesOf(settings).contains(GrantType.DEVICE_CODE.wireName())) {
                document.merge(DEVICE, FrontPolicy.address(issuer, "/device_authorization"), (said, own) -> said);
            }
        }
        LISTS.forEach((name, member) -> document.put(name, orNull(members.texts(member).stream())));
        document.put(
                "scopes_supported",
                orNull(settings.scopes().withoutDemands(settings.scopes().names()).toStrings().stream()));
        document.put(
                "response_types_supported",
                settings.capabilities().responseTypes().stream()
                        .map(ResponseType::wireName)
                        .toList());
        document.put("response_modes_supported", responseModes());
        document.put("grant_types_supported", grantTypesOf(settings));
        document.put("acr_values_supported", orNull(settings.logins().acrs().stream()));
        document.put("display_values_supported", orNull(settings.logins().displays().stream()));
        document.put("prompt_values_supported", orNull(settings.logins().prompts().stream()));
        document.put("claim_types_supported", orNull(lowerCase(members.texts("supportedClaimTypes").stream())));
        document.put("subject_types_supported", List.of("public", "pairwise"));
        addAuthentication(document, settings);
        addAlgorithms(document);
        document.put(
                "code_challenge_methods_supported",
                settings.authorization().pkceS256Required() ? List.of("S256") : List.of("plain", "S256"));
        document.put("claims_parameter_supported", true);
        addRequestObjects(document, settings.requestObjects());
        document.put(
                "require_pushed_authorization_requests",
                settings.authorization().parRequired());
        document.put(
                "authorization_response_iss_parameter_supported",
                settings.issuer() != null && !settings.authorization().issSuppressed());
        return Members.of(document);
    }

    /** There nobody can check a password. */
    private static boolean hasTokenEndpointOfFront(ServiceSettings settings) {
        return settings.front().enabled() && settings.members().text("tokenEndpoint") == null;
    }

    /** A JWT says who made it. */
    private List<String> responseModes() {
        Stream<String> modes = Arrays.stream(ResponseMode.values())
                .filter(mode -> !mode.isJwt() || service.settings().issuer() != null)
                .map(ResponseMode::wireName);
        return Stream.concat(modes, service.settings().issuer() == null ? Stream.empty() : Stream.of("jwt"))
                .toList();
    }

    /** The implicit grant needs no token endpoint. */
    private List<String> grantTypesOf(ServiceSettings settings) {
        return settings.capabilities().grantTypes().stream()
                .filter(type -> type == GrantType.IMPLICIT || grantTypes.contains(type))
                .filter(type -> type != GrantType.PASSWORD || !hasTokenEndpointOfFront(settings))
                .map(GrantType::wireName)
                .toList();
    }

    /** Clients do at the revocation endpoint as at the token endpoint; who may introspect is not decided here. */
    private void addAuthentication(Map<String, @Nullable Object> to, ServiceSettings settings) {
        Members members = settings.members();
        List<ClientAuthMethod> atToken = given(settings.capabilities().tokenAuthMethods());
        List<ClientAuthMethod> atRevocation =
                given(members.names("supportedRevocationAuthMethods", ClientAuthMethod.class));
        to.put("token_endpoint_auth_methods_supported", names(atToken).toList());
        to.put("token_endpoint_auth_signing_alg_values_supported", orNull(assertionAlgorithms(atToken)));
        to.put("revocation_endpoint_auth_methods_supported", orNull(names(atRevocation)));
        to.put("revocation_endpoint_auth_signing_alg_values_supported", orNull(assertionAlgorithms(atRevocation)));
        to.put("introspection_endpoint_auth_methods_supported", orNull(introspectionMethods(settings, atToken)));
    }

    /** At the ready front a client introspects as it gets tokens, if it can authenticate. */
    private static Stream<String> introspectionMethods(ServiceSettings settings, List<ClientAuthMethod> atToken) {
        List<String> said = settings.members().texts("supportedIntrospectionAuthMethods");
        return said.isEmpty() && settings.front().enabled()
                ? names(atToken).filter(name -> !name.equals("none"))
                : lowerCase(said.stream());
    }

    private List<ClientAuthMethod> given(List<ClientAuthMethod> methods) {
        return methods.stream().filter(authMethods::contains).toList();
    }

    private static Stream<String> names(List<ClientAuthMethod> methods) {
        return lowerCase(methods.stream().map(Enum::name));
    }

    /** Whoever takes assertions says by which algorithms, and never {@code none} (RFC 8414 section 2). */
    private static Stream<String> assertionAlgorithms(List<ClientAuthMethod> methods) {
        return SignatureAlgorithm.ofAssertions(methods).map(SignatureAlgorithm::wireName);
    }

    private void addAlgorithms(Map<String, @Nullable Object> to) {
        List<String> management = Arrays.stream(KeyManagementAlgorithm.values())
                .map(KeyManagementAlgorithm::wireName)
                .toList();
        for (Map.Entry<String, KeyPurpose> one : JWTS) {
            String kind = one.getKey();
            KeyPurpose purpose = one.getValue();
            Stream<String> unsigned = purpose == KeyPurpose.USER_INFO ? Stream.of("none") : Stream.empty();
            to.put(
                    kind + "_signing_alg_values_supported",
                    Stream.concat(signing(purpose), unsigned).toList());
            to.put(kind + "_encryption_alg_values_supported", management);
            to.put(kind + "_encryption_enc_values_supported", contentEncryptions());
        }
    }

    /** Encrypted with a client's secret, or to a key that the service has for it. */
    private void addRequestObjects(Map<String, @Nullable Object> to, RequestObjectPolicy policy) {
        Stream<String> unsigned = policy.traditional() ? Stream.of("none") : Stream.empty();
        to.put("request_parameter_supported", true);
        to.put("request_uri_parameter_supported", true);
        to.put("require_request_uri_registration", true);
        to.put("require_signed_request_object", policy.required() && !policy.traditional());
        to.put(
                "request_object_signing_alg_values_supported",
                Stream.concat(Arrays.stream(SignatureAlgorithm.values()).map(SignatureAlgorithm::wireName), unsigned)
                        .toList());
        to.put(
                "request_object_encryption_alg_values_supported",
                Arrays.stream(KeyManagementAlgorithm.values())
                        .filter(algorithm -> algorithm.isSymmetric() || canDecrypt(algorithm))
                        .map(KeyManagementAlgorithm::wireName)
                        .toList());
        to.put("request_object_encryption_enc_values_supported", contentEncryptions());
    }

    private boolean canDecrypt(KeyManagementAlgorithm algorithm) {
        return keys != null && keys.keys().stream().anyMatch(key -> key.canDecrypt(algorithm));
    }

    private static List<String> contentEncryptions() {
        return Arrays.stream(ContentEncryption.values())
                .map(ContentEncryption::wireName)
                .toList();
    }

    /** With a client's secret, or with a key that the service has for it. */
    private Stream<String> signing(KeyPurpose purpose) {
        KeyWish wish = KeyWish.of(purpose, service.settings().members());
        return Arrays.stream(SignatureAlgorithm.values())
                .filter(algorithm -> algorithm.isSymmetric()
                        || (keys != null && KeyChoice.forSigning(keys, algorithm, wish) instanceof KeyChoice.Chosen))
                .map(SignatureAlgorithm::wireName);
    }

    /** A list without elements is left out (RFC 8414 section 3.2). */
    private static @Nullable List<String> orNull(Stream<String> elements) {
        List<String> list = elements.toList();
        return list.isEmpty() ? null : list;
    }

    private static Stream<String> lowerCase(Stream<String> names) {
        return names.map(name -> name.toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> inPairs(String... names) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i += 2) {
            pairs.put(names[i], names[i + 1]);
        }
        return pairs;
    }
}
