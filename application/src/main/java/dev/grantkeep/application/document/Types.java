package dev.grantkeep.application.document;

import dev.grantkeep.application.document.Type.Part;
import dev.grantkeep.domain.client.ClientType;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.service.UserCodeForm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The types that members are declared with. The names of enums are those of the API. */
final class Types {
    static final Type TEXT = new Type.Text(true);
    /** A text that says something, or is not there. */
    static final Type WORDING = new Type.Text(false);

    static final Type URI = new Type.Uri();
    static final Type FLAG = new Type.Flag();
    static final Type INTEGER = new Type.Whole(0, Integer.MAX_VALUE);
    static final Type LONG = new Type.Whole(0, Long.MAX_VALUE);
    static final Type SECONDS = new Type.Seconds();

    static final Type CLIENT_AUTH_METHOD = names(ClientAuthMethod.class);
    static final Type RESPONSE_TYPE = names(ResponseType.class);
    static final Type GRANT_TYPE = names(GrantType.class);
    static final Type DISPLAY = names("PAGE", "POPUP", "TOUCH", "WAP");
    static final Type PROMPT = names("NONE", "LOGIN", "CONSENT", "SELECT_ACCOUNT", "CREATE");
    static final Type CLAIM_TYPE = names("NORMAL", "AGGREGATED", "DISTRIBUTED");
    static final Type SNS = names("FACEBOOK");
    static final Type SERVICE_PROFILE = names("FAPI", "OPEN_BANKING");
    static final Type JWS_ALG = names(
            "NONE", "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256", "PS384",
            "PS512", "ES256K", "EdDSA");
    static final Type JWE_ALG = names(
            "RSA1_5",
            "RSA_OAEP",
            "RSA_OAEP_256",
            "A128KW",
            "A192KW",
            "A256KW",
            "DIR",
            "ECDH_ES",
            "ECDH_ES_A128KW",
            "ECDH_ES_A192KW",
            "ECDH_ES_A256KW",
            "A128GCMKW",
            "A192GCMKW",
            "A256GCMKW",
            "PBES2_HS256_A128KW",
            "PBES2_HS384_A192KW",
            "PBES2_HS512_A256KW");
    static final Type JWE_ENC =
            names("A128CBC_HS256", "A192CBC_HS384", "A256CBC_HS512", "A128GCM", "A192GCM", "A256GCM");
    static final Type JWE_ZIP = names("DEF");
    static final Type DELIVERY_MODE = names("POLL", "PING", "PUSH");
    static final Type USER_CODE_LENGTH = new Type.Unset(new Type.Whole(UserCodeForm.LEAST, Integer.MAX_VALUE));
    static final Type USER_CODE_CHARSET = names("BASE20", "NUMERIC");
    static final Type ATTACHMENT_TYPE = names("EMBEDDED", "EXTERNAL");
    static final Type CLIENT_REGISTRATION_TYPE = names("AUTOMATIC", "EXPLICIT");
    static final Type FAPI_MODE = names(
            "FAPI1_BASELINE",
            "FAPI1_ADVANCED",
            "FAPI2_SECURITY",
            "FAPI2_MESSAGE_SIGNING_AUTH_REQ",
            "FAPI2_MESSAGE_SIGNING_AUTH_RES",
            "FAPI2_MESSAGE_SIGNING_INTROSPECTION_RES",
            "FAPI2_MESSAGE_SIGNING_RESOURCE_REQ",
            "FAPI2_MESSAGE_SIGNING_RESOURCE_RES");
    static final Type APPLICATION_TYPE = names("WEB", "NATIVE");
    static final Type SUBJECT_TYPE = names("PUBLIC", "PAIRWISE");
    static final Type CLIENT_TYPE = names(ClientType.class);
    static final Type RESPONSE_MODE =
            names("QUERY", "FRAGMENT", "FORM_POST", "JWT", "QUERY_JWT", "FRAGMENT_JWT", "FORM_POST_JWT");
    static final Type CLIENT_SOURCE = names(
            "STATIC_REGISTRATION",
            "DYNAMIC_REGISTRATION",
            "AUTOMATIC_REGISTRATION",
            "EXPLICIT_REGISTRATION",
            "METADATA_DOCUMENT");

    static final Type PAIR =
            new Type.ObjectOf(Map.of("key", Part.required(WORDING), "value", Part.of(TEXT, "")), false);
    static final Type ATTRIBUTES = new Type.Several(listOf(PAIR), false);
    static final Type TAGGED_VALUE = object("tag", TEXT, "value", TEXT);
    static final Type SCOPE_DESCRIPTION =
            new Type.ObjectOf(Map.of("tag", Part.of(TEXT, ""), "value", Part.of(TEXT, "")), false);
    static final Type SCOPE = new Type.ObjectOf(
            Map.of(
                    "name",
                    Part.required(WORDING),
                    "defaultEntry",
                    Part.of(FLAG, false),
                    "description",
                    Part.of(WORDING),
                    "descriptions",
                    Part.of(new Type.Several(listOf(SCOPE_DESCRIPTION), false)),
                    "attributes",
                    Part.of(ATTRIBUTES)),
            false);
    static final Type SCOPES = new Type.Several(listOf(SCOPE), false);
    static final Type NAMED_URI = object("name", TEXT, "uri", URI);
    static final Type SNS_CREDENTIALS = object("sns", SNS, "apiKey", TEXT, "apiSecret", TEXT);
    static final Type HSK = object(
            "kty", TEXT, "use", TEXT, "alg", TEXT, "kid", TEXT, "hsmName", TEXT, "handle", TEXT, "publicKey", TEXT);
    static final Type TRUST_ANCHOR = object("entityId", URI, "jwks", TEXT);
    static final Type CREDENTIAL_ISSUER = object(
            "credentialIssuer",
            URI,
            "authorizationServers",
            listOf(URI),
            "credentialEndpoint",
            URI,
            "batchCredentialEndpoint",
            URI,
            "deferredCredentialEndpoint",
            URI,
            "notificationEndpoint",
            URI,
            "nonceEndpoint",
            URI,
            "credentialResponseEncryptionAlgValuesSupported",
            listOf(JWE_ALG),
            "credentialResponseEncryptionEncValuesSupported",
            listOf(JWE_ENC),
            "credentialResponseEncryptionZipValuesSupported",
            listOf(JWE_ZIP),
            "requireCredentialResponseEncryption",
            FLAG,
            "credentialRequestEncryptionJwks",
            TEXT,
            "credentialRequestEncryptionEncValuesSupported",
            listOf(JWE_ENC),
            "credentialRequestEncryptionZipValuesSupported",
            listOf(JWE_ZIP),
            "requireCredentialRequestEncryption",
            FLAG,
            "batchSize",
            INTEGER,
            "display",
            TEXT,
            "credentialsSupported",
            TEXT);
    static final Type.ObjectOf EXTENSION = new Type.ObjectOf(
            Map.of(
                    "requestableScopesEnabled",
                    Part.of(FLAG, false),
                    "requestableScopes",
                    Part.of(listOf(TEXT)),
                    "accessTokenDuration",
                    Part.of(SECONDS, 0L),
                    "refreshTokenDuration",
                    Part.of(SECONDS, 0L),
                    "idTokenDuration",
                    Part.of(SECONDS, 0L),
                    "tokenExchangePermitted",
                    Part.of(FLAG)),
            true);

    private Types() {}

    static Type.ListOf listOf(Type item) {
        return new Type.ListOf(item, true);
    }

    /** Of texts that may hold white space, such as certificates. */
    static Type listOfWhole(Type item) {
        return new Type.ListOf(item, false);
    }

    /** A list in which each item stands once, and that is not there when it is empty. */
    static Type setOf(Type item) {
        return new Type.Several(listOf(item), true);
    }

    private static Type names(Class<? extends Enum<?>> type) {
        return names(Arrays.stream(type.getEnumConstants()).map(Enum::name).toArray(String[]::new));
    }

    private static Type names(String... names) {
        return new Type.Name(Set.of(names));
    }

    private static Type object(Object... namesAndTypes) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            parts.put((String) namesAndTypes[i], Part.of((Type) namesAndTypes[i + 1]));
        }
        return new Type.ObjectOf(Map.copyOf(parts), true);
    }
}
