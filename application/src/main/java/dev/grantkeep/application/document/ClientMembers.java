package dev.grantkeep.application.document;

import static dev.grantkeep.application.document.Member.editable;
import static dev.grantkeep.application.document.Member.readOnly;
import static dev.grantkeep.application.document.Member.readOnlySecret;
import static dev.grantkeep.application.document.Types.APPLICATION_TYPE;
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
import static dev.grantkeep.application.document.Types.PAIR;
import static dev.grantkeep.application.document.Types.RESPONSE_MODE;
import static dev.grantkeep.application.document.Types.RESPONSE_TYPE;
import static dev.grantkeep.application.document.Types.SUBJECT_TYPE;
import static dev.grantkeep.application.document.Types.TAGGED_VALUE;
import static dev.grantkeep.application.document.Types.TEXT;
import static dev.grantkeep.application.document.Types.URI;
import static dev.grantkeep.application.document.Types.listOf;
import static dev.grantkeep.application.document.Types.listOfWhole;

import dev.grantkeep.domain.common.Demand;
import java.util.List;

/** Every member of a client (contract of the API, its last appendix), each declared once. */
public final class ClientMembers {
    private static final MemberTable TABLE = new MemberTable(List.of(
            readOnly("number", INTEGER),
            readOnly("serviceNumber", INTEGER),
            editable("developer", TEXT).modelled(),
            readOnly("clientId", LONG),
            editable("clientIdAlias", TEXT).modelled(),
            editable("clientIdAliasEnabled", FLAG).modelled(),
            readOnlySecret("clientSecret", TEXT),
            editable("clientType", CLIENT_TYPE).modelled(),
            editable("redirectUris", listOf(TEXT)).modelled(),
            editable("responseTypes", listOf(RESPONSE_TYPE)).modelled(List.of("CODE")),
            editable("grantTypes", listOf(GRANT_TYPE)).modelled(List.of("AUTHORIZATION_CODE", "REFRESH_TOKEN")),
            editable("applicationType", APPLICATION_TYPE).modelled(),
            editable("contacts", listOf(TEXT)),
            editable("clientName", TEXT).modelled(),
            editable("clientNames", listOf(TAGGED_VALUE)),
            editable("logoUri", URI),
            editable("logoUris", listOf(TAGGED_VALUE)),
            editable("clientUri", URI),
            editable("clientUris", listOf(TAGGED_VALUE)),
            editable("policyUri", URI),
            editable("policyUris", listOf(TAGGED_VALUE)),
            editable("tosUri", URI),
            editable("tosUris", listOf(TAGGED_VALUE)),
            editable("jwksUri", URI),
            editable("jwks", TEXT),
            readOnly("derivedSectorIdentifier", TEXT),
            editable("sectorIdentifierUri", URI).read(),
            editable("subjectType", SUBJECT_TYPE).read(),
            editable("idTokenSignAlg", JWS_ALG),
            editable("idTokenEncryptionAlg", JWE_ALG),
            editable("idTokenEncryptionEnc", JWE_ENC),
            editable("userInfoSignAlg", JWS_ALG),
            editable("userInfoEncryptionAlg", JWE_ALG),
            editable("userInfoEncryptionEnc", JWE_ENC),
            editable("requestSignAlg", JWS_ALG),
            editable("requestEncryptionAlg", JWE_ALG),
            editable("requestEncryptionEnc", JWE_ENC),
            editable("tokenAuthMethod", CLIENT_AUTH_METHOD).modelled(),
            editable("tokenAuthSignAlg", JWS_ALG),
            editable("defaultMaxAge", INTEGER).modelled(),
            editable("defaultAcrs", listOf(TEXT)).read(),
            editable("authTimeRequired", FLAG),
            editable("loginUri", URI),
            editable("requestUris", listOf(TEXT)),
            editable("description", TEXT),
            editable("descriptions", listOf(TAGGED_VALUE)),
            readOnly("createdAt", LONG),
            readOnly("modifiedAt", LONG),
            editable("extension", EXTENSION).modelled(),
            editable("tlsClientAuthSubjectDn", TEXT),
            editable("tlsClientAuthSanDns", TEXT),
            editable("tlsClientAuthSanUri", URI),
            editable("tlsClientAuthSanIp", TEXT),
            editable("tlsClientAuthSanEmail", TEXT),
            editable("tlsClientCertificateBoundAccessTokens", FLAG).demands(Demand.CERTIFICATE_BOUND_TOKENS),
            editable("selfSignedCertificateKeyId", TEXT),
            editable("softwareId", TEXT),
            editable("softwareVersion", TEXT),
            editable("authorizationSignAlg", JWS_ALG),
            editable("authorizationEncryptionAlg", JWE_ALG),
            editable("authorizationEncryptionEnc", JWE_ENC),
            editable("bcDeliveryMode", DELIVERY_MODE),
            editable("bcNotificationEndpoint", URI),
            editable("bcRequestSignAlg", JWS_ALG),
            editable("bcUserCodeRequired", FLAG),
            readOnly("dynamicallyRegistered", FLAG),
            readOnlySecret("registrationAccessTokenHash", TEXT),
            editable("authorizationDetailsTypes", listOf(TEXT)).read(),
            editable("parRequired", FLAG).demands(Demand.PUSHED_AUTHORIZATION_REQUEST),
            editable("requestObjectRequired", FLAG).demands(Demand.REQUEST_OBJECT),
            editable("attributes", listOf(PAIR)).modelled(),
            editable("customMetadata", TEXT).read(),
            editable("frontChannelRequestObjectEncryptionRequired", FLAG),
            editable("requestObjectEncryptionAlgMatchRequired", FLAG),
            editable("requestObjectEncryptionEncMatchRequired", FLAG),
            editable("digestAlgorithm", TEXT),
            editable("singleAccessTokenPerSubject", FLAG).modelled(),
            editable("pkceRequired", FLAG).modelled(),
            editable("pkceS256Required", FLAG).modelled(),
            editable("rsSignedRequestKeyId", TEXT),
            editable("rsRequestSigned", FLAG).demands(Demand.SIGNED_RESOURCE_REQUESTS),
            editable("dpopRequired", FLAG).demands(Demand.DPOP),
            readOnly("locked", FLAG),
            editable("fapiModes", listOf(FAPI_MODE)).demands(Demand.FAPI).inV3(),
            editable("responseModes", listOf(RESPONSE_MODE)).read().inV3(),
            editable("mtlsEndpointAliasesUsed", FLAG).inV3(),
            editable("inScopeForTokenMigration", FLAG).inV3(),
            editable("entityId", URI),
            editable("trustAnchorId", URI),
            editable("trustChain", listOfWhole(TEXT)),
            readOnly("trustChainExpiresAt", LONG),
            readOnly("trustChainUpdatedAt", LONG),
            editable("organizationName", TEXT),
            editable("signedJwksUri", URI),
            editable("clientRegistrationTypes", listOf(CLIENT_REGISTRATION_TYPE)),
            readOnly("automaticallyRegistered", FLAG),
            readOnly("explicitlyRegistered", FLAG),
            editable("credentialOfferEndpoint", URI).inV3(),
            editable("credentialResponseEncryptionRequired", FLAG).inV3(),
            readOnly("metadataDocumentLocation", URI).inV3(),
            readOnly("metadataDocumentExpiresAt", LONG).inV3(),
            readOnly("metadataDocumentUpdatedAt", LONG).inV3(),
            readOnly("discoveredByMetadataDocument", FLAG).inV3(),
            readOnly("clientSource", CLIENT_SOURCE).inV3(),
            editable("spiffeId", URI),
            editable("spiffeBundleEndpoint", URI),
            editable("haipVersion", TEXT).demands(Demand.HAIP),
            editable("backchannelLogoutUri", URI),
            editable("backchannelLogoutSessionRequired", FLAG)));

    private ClientMembers() {}

    public static MemberTable table() {
        return TABLE;
    }
}
