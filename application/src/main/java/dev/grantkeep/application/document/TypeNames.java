package dev.grantkeep.application.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names, in descriptions of the API, of the types that have members or values of their own. */
public final class TypeNames {
    private static final Map<Type, String> NAMES = names();

    private TypeNames() {}

    /** Empty if the type says all of itself. */
    public static Optional<String> of(Type type) {
        return Optional.ofNullable(NAMES.get(type));
    }

    /** All that have a name. */
    public static Map<Type, String> all() {
        return NAMES;
    }

    private static Map<Type, String> names() {
        Map<Type, String> names = new LinkedHashMap<>();
        names.put(Types.CLIENT_AUTH_METHOD, "ClientAuthMethod");
        names.put(Types.RESPONSE_TYPE, "ResponseType");
        names.put(Types.GRANT_TYPE, "GrantType");
        names.put(Types.DISPLAY, "Display");
        names.put(Types.PROMPT, "Prompt");
        names.put(Types.CLAIM_TYPE, "ClaimType");
        names.put(Types.SNS, "Sns");
        names.put(Types.SERVICE_PROFILE, "ServiceProfile");
        names.put(Types.JWS_ALG, "JwsAlg");
        names.put(Types.JWE_ALG, "JweAlg");
        names.put(Types.JWE_ENC, "JweEnc");
        names.put(Types.JWE_ZIP, "JweZip");
        names.put(Types.DELIVERY_MODE, "DeliveryMode");
        names.put(Types.USER_CODE_CHARSET, "UserCodeCharset");
        names.put(Types.ATTACHMENT_TYPE, "AttachmentType");
        names.put(Types.CLIENT_REGISTRATION_TYPE, "ClientRegistrationType");
        names.put(Types.FAPI_MODE, "FapiMode");
        names.put(Types.APPLICATION_TYPE, "ApplicationType");
        names.put(Types.SUBJECT_TYPE, "SubjectType");
        names.put(Types.CLIENT_TYPE, "ClientType");
        names.put(Types.RESPONSE_MODE, "ResponseMode");
        names.put(Types.CLIENT_SOURCE, "ClientSource");
        names.put(Types.PAIR, "Pair");
        names.put(Types.TAGGED_VALUE, "TaggedValue");
        names.put(Types.SCOPE_DESCRIPTION, "ScopeDescription");
        names.put(Types.SCOPE, "Scope");
        names.put(Types.NAMED_URI, "NamedUri");
        names.put(Types.SNS_CREDENTIALS, "SnsCredentials");
        names.put(Types.HSK, "Hsk");
        names.put(Types.TRUST_ANCHOR, "TrustAnchor");
        names.put(Types.CREDENTIAL_ISSUER, "CredentialIssuerMetadata");
        names.put(Types.EXTENSION, "ClientExtension");
        return names;
    }
}
