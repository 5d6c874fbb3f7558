package dev.grantkeep.application.document;

import static dev.grantkeep.application.document.Member.editable;
import static dev.grantkeep.application.document.Member.readOnly;
import static dev.grantkeep.application.document.Member.readOnlySecret;
import static dev.grantkeep.application.document.Types.APPLICATION_TYPE;
import static dev.grantkeep.application.document.Types.ATTRIBUTES;
import static dev.grantkeep.application.document.Types.CLIENT_AUTH_METHOD;
import static dev.grantkeep.application.document.Types.CLIENT_REGISTRATION_TYPE;
import static dev.grantkeep.application.document.Types.CLIENT_SOURCE;
import static dev.grantkeep.application.document.Types.CLIENT_TYPE;
import static dev.grantkeep.application.document.Types.DELIVERY_MODE;
import static dev.grantkeep.application.document.Types.EXTENSION;
import static dev.grantkeep.application.document.Types.FAPI_MODE;
import static dev.grantkeep.application.document.Types.FLAG;
import static dev.grantkeep.application.document.Types.GRANT_TYPE;
import static dev.grantkeep.application.document.Types.INTEGER;
import static dev.grantkeep.application.document.Types.JWE_ALG;
import static dev.grantkeep.application.document.Types.JWE_ENC;
import static dev.grantkeep.application.document.Types.JWS_ALG;
import static dev.grantkeep.application.document.Types.LONG;
import static dev.grantkeep.application.document.Types.RESPONSE_MODE;
import static dev.grantkeep.application.document.Types.RESPONSE_TYPE;
import static dev.grantkeep.application.document.Types.SUBJECT_TYPE;
import static dev.grantkeep.application.document.Types.TAGGED_VALUE;
import static dev.grantkeep.application.document.Types.TEXT;
import static dev.grantkeep.application.document.Types.URI;
import static dev.grantkeep.application.document.Types.WORDING;
import static dev.grantkeep.application.document.Types.listOf;
import static dev.grantkeep.application.document.Types.listOfWhole;
import static dev.grantkeep.application.document.Types.setOf;

import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import java.util.Map;

/** Every member of a client (contract of the API, its last appendix), each declared once. */
public final class ClientMembers {
    private static final MemberTable TABLE = new MemberTable(List.of(
            readOnly("number", INTEGER),
            readOnly("serviceNumber", INTEGER),
            editable("developer", WORDING).steers(),
            readOnly("clientId", LONG),
            editable("clientIdAlias", TEXT).steers(),
            editable("clientIdAliasEnabled", FLAG).steers(),
            readOnlySecret("clientSecret", TEXT),
            editable("clientType", CLIENT_TYPE).steers(),
            editable("redirectUris", setOf(TEXT)).steers(),
            editable("responseTypes", setOf(RESPONSE_TYPE)).steers().byDefault(List.of("CODE")),
            editable("grantTypes", setOf(GRANT_TYPE))
                    .steers()
                    .byDefault(List.of("AUTHORIZATION_CODE", "REFRESH_TOKEN")),
            editable("applicationType", APPLICATION_TYPE).byDefault("WEB"),
            editable("contacts", listOf(TEXT)),
            editable("clientName", WORDING),
            editable("clientNames", listOf(TAGGED_VALUE)),
            editable("logoUri", URI),
            editable("logoUris", listOf(TAGGED_VALUE)),
            editable("clientUri", URI),
            editable("clientUris", listOf(TAGGED_VALUE)),
            editable("policyUri", URI),
            editable("policyUris", listOf(TAGGED_VALUE)),
            editable("tosUri", URI),
            editable("tosUris", listOf(TAGGED_VALUE)),
            editable("jwksUri", URI).steers(),
            editable("jwks", TEXT).steers(),
            readOnly("derivedSectorIdentifier", TEXT),
            editable("sectorIdentifierUri", URI).steers(),
            editable("subjectType", SUBJECT_TYPE).steers(),
            editable("idTokenSignAlg", JWS_ALG).steers(),
            editable("idTokenEncryptionAlg", JWE_ALG).steers(),
            editable("idTokenEncryptionEnc", JWE_ENC).steers(),
            editable("userInfoSignAlg", JWS_ALG).steers(),
            editable("userInfoEncryptionAlg", JWE_ALG).steers(),
            editable("userInfoEncryptionEnc", JWE_ENC).steers(),
            editable("requestSignAlg", JWS_ALG).steers(),
            editable("requestEncryptionAlg", JWE_ALG).steers(),
            editable("requestEncryptionEnc", JWE_ENC).steers(),
            editable("tokenAuthMethod", CLIENT_AUTH_METHOD).steers(),
            editable("tokenAuthSignAlg", JWS_ALG).steers(),
            editable("defaultMaxAge", INTEGER).steers().byDefault(0L),
            editable("defaultAcrs", listOf(TEXT)).steers(),
            editable("authTimeRequired", FLAG).onlyOf(Absent.ID_TOKENS),
            editable("loginUri", URI),
            editable("requestUris", listOf(TEXT)).steers(),
            editable("description", TEXT),
            editable("descriptions", listOf(TAGGED_VALUE)),
            readOnly("createdAt", LONG),
            readOnly("modifiedAt", LONG),
            editable("extension", EXTENSION).steers().byDefault(Map.copyOf(EXTENSION.empty())),
            editable("tlsClientAuthSubjectDn", TEXT).onlyOf(Absent.CLIENT_CERTIFICATES),
            editable("tlsClientAuthSanDns", TEXT).onlyOf(Absent.CLIENT_CERTIFICATES),
            editable("tlsClientAuthSanUri", URI).onlyOf(Absent.CLIENT_CERTIFICATES),
            editable("tlsClientAuthSanIp", TEXT).onlyOf(Absent.CLIENT_CERTIFICATES),
            editable("tlsClientAuthSanEmail", TEXT).onlyOf(Absent.CLIENT_CERTIFICATES),
            editable("tlsClientCertificateBoundAccessTokens", FLAG).demands(Demand.CERTIFICATE_BOUND_TOKENS),
            editable("selfSignedCertificateKeyId", TEXT).onlyOf(Absent.CLIENT_CERTIFICATES),
            editable("softwareId", TEXT).onlyOf(Absent.DYNAMIC_REGISTRATION),
            editable("softwareVersion", TEXT).onlyOf(Absent.DYNAMIC_REGISTRATION),
            editable("authorizationSignAlg", JWS_ALG).steers(),
            editable("authorizationEncryptionAlg", JWE_ALG).steers(),
            editable("authorizationEncryptionEnc", JWE_ENC).steers(),
            editable("bcDeliveryMode", DELIVERY_MODE).onlyOf(Absent.CIBA),
            editable("bcNotificationEndpoint", URI).onlyOf(Absent.CIBA),
            editable("bcRequestSignAlg", JWS_ALG).onlyOf(Absent.CIBA),
            editable("bcUserCodeRequired", FLAG).onlyOf(Absent.CIBA),
            readOnly("dynamicallyRegistered", FLAG),
            readOnlySecret("registrationAccessTokenHash", TEXT),
            editable("authorizationDetailsTypes", listOf(TEXT)).steers(),
            editable("parRequired", FLAG).steers(),
            editable("requestObjectRequired", FLAG).steers(),
            editable("attributes", ATTRIBUTES).steers(),
            editable("customMetadata", TEXT).steers(),
            editable("frontChannelRequestObjectEncryptionRequired", FLAG).steers(),
            editable("requestObjectEncryptionAlgMatchRequired", FLAG).steers(),
            editable("requestObjectEncryptionEncMatchRequired", FLAG).steers(),
            editable("digestAlgorithm", TEXT).onlyOf(Absent.IDENTITY_ASSURANCE),
            editable("singleAccessTokenPerSubject", FLAG).steers().byDefault(false),
            editable("pkceRequired", FLAG).steers().byDefault(false),
            editable("pkceS256Required", FLAG).steers().byDefault(false),
            editable("rsSignedRequestKeyId", TEXT).onlyOf(Absent.HTTP_SIGNATURES),
            editable("rsRequestSigned", FLAG).demands(Demand.SIGNED_RESOURCE_REQUESTS),
            editable("dpopRequired", FLAG).demands(Demand.DPOP),
            readOnly("locked", FLAG),
            editable("fapiModes", listOf(FAPI_MODE)).demands(Demand.FAPI).inV3(),
            editable("responseModes", listOf(RESPONSE_MODE)).steers().inV3(),
            editable("mtlsEndpointAliasesUsed", FLAG)
                    .onlyOf(Absent.CLIENT_CERTIFICATES)
                    .inV3(),
            editable("inScopeForTokenMigration", FLAG).onlyOf(Absent.BATCHES).inV3(),
            editable("entityId", URI).onlyOf(Absent.FEDERATION),
            editable("trustAnchorId", URI).onlyOf(Absent.FEDERATION),
            editable("trustChain", listOfWhole(TEXT)).onlyOf(Absent.FEDERATION),
            readOnly("trustChainExpiresAt", LONG),
            readOnly("trustChainUpdatedAt", LONG),
            editable("organizationName", TEXT),
            editable("signedJwksUri", URI),
            editable("clientRegistrationTypes", listOf(CLIENT_REGISTRATION_TYPE))
                    .onlyOf(Absent.FEDERATION),
            readOnly("automaticallyRegistered", FLAG),
            readOnly("explicitlyRegistered", FLAG),
            editable("credentialOfferEndpoint", URI)
                    .onlyOf(Absent.VERIFIABLE_CREDENTIALS)
                    .inV3(),
            editable("credentialResponseEncryptionRequired", FLAG)
                    .onlyOf(Absent.VERIFIABLE_CREDENTIALS)
                    .inV3(),
            readOnly("metadataDocumentLocation", URI).inV3(),
            readOnly("metadataDocumentExpiresAt", LONG).inV3(),
            readOnly("metadataDocumentUpdatedAt", LONG).inV3(),
            readOnly("discoveredByMetadataDocument", FLAG).inV3(),
            readOnly("clientSource", CLIENT_SOURCE).inV3(),
            editable("spiffeId", URI).onlyOf(Absent.SPIFFE),
            editable("spiffeBundleEndpoint", URI).onlyOf(Absent.SPIFFE),
            editable("haipVersion", TEXT).demands(Demand.HAIP),
            editable("backchannelLogoutUri", URI).onlyOf(Absent.LOGOUT),
            editable("backchannelLogoutSessionRequired", FLAG).onlyOf(Absent.LOGOUT)));

    private ClientMembers() {}

    public static MemberTable table() {
        return TABLE;
    }

    /**
     * The settings that a document is.
     *
     * @throws IllegalArgumentException if a member is not valid
     */
    public static ClientSettings settings(Members document) {
        return new ClientSettings(document, TABLE.demands(document));
    }
}
