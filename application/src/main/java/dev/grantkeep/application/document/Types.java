package dev.grantkeep.application.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The types that members are declared with. The names of enums are those of the API. */
final class Types {
    static final Type TEXT = new Type.Text();
    static final Type URI = new Type.Uri();
    static final Type FLAG = new Type.Flag();
    static final Type INTEGER = new Type.Whole(0, Integer.MAX_VALUE);
    static final Type LONG = new Type.Whole(0, Long.MAX_VALUE);
    /** A duration that 0 or less leaves unset; what is too long is refused where it is read. */
    static final Type SECONDS = new Type.Whole(Long.MIN_VALUE, Long.MAX_VALUE);

    static final Type CLIENT_AUTH_METHOD = names(
            "NONE",
            "CLIENT_SECRET_BASIC",
            "CLIENT_SECRET_POST",
            "CLIENT_SECRET_JWT",
            "PRIVATE_KEY_JWT",
            "TLS_CLIENT_AUTH",
            "SELF_SIGNED_TLS_CLIENT_AUTH",
            "ATTEST_JWT_CLIENT_AUTH",
            "SPIFFE_JWT");
    static final Type RESPONSE_TYPE = names(
            "NONE",
            "CODE",
            "TOKEN",
            "ID_TOKEN",
            "CODE_TOKEN",
            "CODE_ID_TOKEN",
            "ID_TOKEN_TOKEN",
            "CODE_ID_TOKEN_TOKEN");
    static final Type GRANT_TYPE = names(
            "AUTHORIZATION_CODE",
            "IMPLICIT",
            "PASSWORD",
            "CLIENT_CREDENTIALS",
            "REFRESH_TOKEN",
            "CIBA",
            "DEVICE_CODE",
            "TOKEN_EXCHANGE",
            "JWT_BEARER",
            "PRE_AUTHORIZED_CODE");
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
    static final Type CLIENT_TYPE = names("PUBLIC", "CONFIDENTIAL");
    static final Type RESPONSE_MODE =
            names("QUERY", "FRAGMENT", "FORM_POST", "JWT", "QUERY_JWT", "FRAGMENT_JWT", "FORM_POST_JWT");
    static final Type CLIENT_SOURCE = names(
            "STATIC_REGISTRATION",
            "DYNAMIC_REGISTRATION",
            "AUTOMATIC_REGISTRATION",
            "EXPLICIT_REGISTRATION",
            "METADATA_DOCUMENT");

    static final Type PAIR = object("key", TEXT, "value", TEXT);
    static final Type TAGGED_VALUE = object("tag", TEXT, "value", TEXT);
    static final Type SCOPE = object(
            "name",
            TEXT,
            "defaultEntry",
            FLAG,
            "description",
            TEXT,
            "descriptions",
            listOf(TAGGED_VALUE),
            "attributes",
            listOf(PAIR));
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
    static final Type EXTENSION = object(
            "requestableScopesEnabled",
            FLAG,
            "requestableScopes",
            listOf(TEXT),
            "accessTokenDuration",
            SECONDS,
            "refreshTokenDuration",
            SECONDS,
            "idTokenDuration",
            SECONDS,
            "tokenExchangePermitted",
            FLAG);

    private Types() {}

    static Type listOf(Type item) {
        return new Type.ListOf(item, true);
    }

    /** Of texts that may hold white space, such as certificates. */
    static Type listOfWhole(Type item) {
        return new Type.ListOf(item, false);
    }

    private static Type names(String... names) {
        return new Type.Name(Set.of(names));
    }

    private static Type object(Object... namesAndTypes) {
        Map<String, Type> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            members.put((String) namesAndTypes[i], (Type) namesAndTypes[i + 1]);
        }
        return new Type.ObjectOf(Map.copyOf(members));
    }
}
