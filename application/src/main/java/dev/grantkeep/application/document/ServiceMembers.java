package dev.grantkeep.application.document;

import static dev.grantkeep.application.document.Member.editable;
import static dev.grantkeep.application.document.Member.readOnly;
import static dev.grantkeep.application.document.Member.readOnlySecret;
import static dev.grantkeep.application.document.Member.secret;
import static dev.grantkeep.application.document.Types.ATTACHMENT_TYPE;
import static dev.grantkeep.application.document.Types.CLAIM_TYPE;
import static dev.grantkeep.application.document.Types.CLIENT_AUTH_METHOD;
import static dev.grantkeep.application.document.Types.CLIENT_REGISTRATION_TYPE;
import static dev.grantkeep.application.document.Types.CREDENTIAL_ISSUER;
import static dev.grantkeep.application.document.Types.DELIVERY_MODE;
import static dev.grantkeep.application.document.Types.DISPLAY;
import static dev.grantkeep.application.document.Types.FAPI_MODE;
import static dev.grantkeep.application.document.Types.FLAG;
import static dev.grantkeep.application.document.Types.GRANT_TYPE;
import static dev.grantkeep.application.document.Types.HSK;
import static dev.grantkeep.application.document.Types.INTEGER;
import static dev.grantkeep.application.document.Types.JWS_ALG;
import static dev.grantkeep.application.document.Types.LONG;
import static dev.grantkeep.application.document.Types.NAMED_URI;
import static dev.grantkeep.application.document.Types.PAIR;
import static dev.grantkeep.application.document.Types.PROMPT;
import static dev.grantkeep.application.document.Types.RESPONSE_TYPE;
import static dev.grantkeep.application.document.Types.SCOPE;
import static dev.grantkeep.application.document.Types.SECONDS;
import static dev.grantkeep.application.document.Types.SERVICE_PROFILE;
import static dev.grantkeep.application.document.Types.SNS;
import static dev.grantkeep.application.document.Types.SNS_CREDENTIALS;
import static dev.grantkeep.application.document.Types.TEXT;
import static dev.grantkeep.application.document.Types.TRUST_ANCHOR;
import static dev.grantkeep.application.document.Types.URI;
import static dev.grantkeep.application.document.Types.USER_CODE_CHARSET;
import static dev.grantkeep.application.document.Types.listOf;
import static dev.grantkeep.application.document.Types.listOfWhole;

import dev.grantkeep.domain.common.Demand;
import java.util.List;

/** Every member of a service (contract of the API, its last appendix), each declared once. */
public final class ServiceMembers {
    private static final MemberTable TABLE = new MemberTable(List.of(
            readOnly("number", INTEGER),
            readOnly("serviceOwnerNumber", INTEGER),
            editable("serviceName", TEXT).modelled(),
            readOnly("apiKey", LONG),
            readOnlySecret("apiSecret", TEXT),
            editable("issuer", URI).modelled(),
            editable("authorizationEndpoint", URI),
            editable("tokenEndpoint", URI),
            editable("revocationEndpoint", URI),
            editable("supportedRevocationAuthMethods", listOf(CLIENT_AUTH_METHOD)),
            editable("userInfoEndpoint", URI),
            editable("jwksUri", URI),
            secret("jwks", TEXT),
            editable("registrationEndpoint", URI),
            editable("registrationManagementEndpoint", URI),
            editable("supportedScopes", listOf(SCOPE)).modelled(),
            editable("supportedResponseTypes", listOf(RESPONSE_TYPE)).modelled(List.of("CODE")),
            editable("supportedGrantTypes", listOf(GRANT_TYPE))
                    .modelled(List.of("AUTHORIZATION_CODE", "REFRESH_TOKEN")),
            editable("supportedAcrs", listOf(TEXT)).read(),
            editable("supportedTokenAuthMethods", listOf(CLIENT_AUTH_METHOD)).modelled(List.of("CLIENT_SECRET_BASIC")),
            editable("supportedDisplays", listOf(DISPLAY)).read(),
            editable("supportedClaimTypes", listOf(CLAIM_TYPE)),
            editable("supportedClaims", listOf(TEXT)),
            editable("serviceDocumentation", URI),
            editable("supportedClaimLocales", listOf(TEXT)),
            editable("supportedUiLocales", listOf(TEXT)),
            editable("policyUri", URI),
            editable("tosUri", URI),
            editable("authenticationCallbackEndpoint", URI),
            editable("authenticationCallbackApiKey", TEXT),
            secret("authenticationCallbackApiSecret", TEXT),
            editable("supportedSnses", listOf(SNS)),
            secret("snsCredentials", listOf(SNS_CREDENTIALS)),
            readOnly("createdAt", LONG),
            readOnly("modifiedAt", LONG),
            editable("developerAuthenticationCallbackEndpoint", URI),
            editable("developerAuthenticationCallbackApiKey", TEXT),
            secret("developerAuthenticationCallbackApiSecret", TEXT),
            editable("supportedDeveloperSnses", listOf(SNS)),
            secret("developerSnsCredentials", listOf(SNS_CREDENTIALS)),
            editable("clientsPerDeveloper", INTEGER).modelled(),
            editable("directAuthorizationEndpointEnabled", FLAG),
            editable("directTokenEndpointEnabled", FLAG),
            editable("directRevocationEndpointEnabled", FLAG),
            editable("directUserInfoEndpointEnabled", FLAG),
            editable("directJwksEndpointEnabled", FLAG),
            editable("directIntrospectionEndpointEnabled", FLAG),
            editable("singleAccessTokenPerSubject", FLAG).modelled(),
            editable("pkceRequired", FLAG).modelled(),
            editable("pkceS256Required", FLAG).modelled(),
            editable("refreshTokenKept", FLAG).modelled(),
            editable("refreshTokenDurationKept", FLAG).modelled(),
            editable("refreshTokenDurationReset", FLAG).modelled(),
            editable("errorDescriptionOmitted", FLAG).modelled(),
            editable("errorUriOmitted", FLAG).modelled(),
            editable("clientIdAliasEnabled", FLAG).modelled(true),
            editable("supportedServiceProfiles", listOf(SERVICE_PROFILE)),
            editable("tlsClientCertificateBoundAccessTokens", FLAG),
            editable("introspectionEndpoint", URI),
            editable("supportedIntrospectionAuthMethods", listOf(CLIENT_AUTH_METHOD)),
            editable("mutualTlsValidatePkiCertChain", FLAG),
            editable("trustedRootCertificates", listOfWhole(TEXT)),
            editable("dynamicRegistrationSupported", FLAG),
            editable("endSessionEndpoint", URI),
            editable("description", TEXT),
            editable("accessTokenType", TEXT).modelled(),
            editable("accessTokenSignAlg", JWS_ALG).demands(Demand.JWT_ACCESS_TOKENS),
            editable("accessTokenDuration", SECONDS).modelled(),
            editable("refreshTokenDuration", SECONDS).modelled(),
            editable("idTokenDuration", SECONDS).modelled(),
            editable("authorizationCodeDuration", SECONDS).modelled(),
            editable("authorizationResponseDuration", LONG),
            editable("pushedAuthReqDuration", LONG),
            readOnly("metadata", listOf(PAIR)),
            editable("accessTokenSignatureKeyId", TEXT),
            editable("authorizationSignatureKeyId", TEXT),
            editable("idTokenSignatureKeyId", TEXT),
            editable("userInfoSignatureKeyId", TEXT),
            editable("supportedBackchannelTokenDeliveryModes", listOf(DELIVERY_MODE)),
            editable("backchannelAuthenticationEndpoint", URI),
            editable("backchannelUserCodeParameterSupported", FLAG),
            editable("backchannelAuthReqIdDuration", INTEGER),
            editable("backchannelPollingInterval", INTEGER),
            editable("backchannelBindingMessageRequiredInFapi", FLAG),
            editable("allowableClockSkew", INTEGER),
            editable("deviceAuthorizationEndpoint", URI),
            editable("deviceVerificationUri", URI),
            editable("deviceVerificationUriComplete", URI),
            editable("deviceFlowCodeDuration", INTEGER),
            editable("deviceFlowPollingInterval", INTEGER),
            editable("userCodeCharset", USER_CODE_CHARSET),
            editable("userCodeLength", INTEGER),
            editable("pushedAuthReqEndpoint", URI),
            editable("mtlsEndpointAliases", listOf(NAMED_URI)),
            editable("supportedAuthorizationDetailsTypes", listOf(TEXT)).read(),
            editable("supportedTrustFrameworks", listOf(TEXT)),
            editable("supportedEvidence", listOf(TEXT)),
            editable("supportedIdentityDocuments", listOf(TEXT)),
            editable("supportedDocuments", listOf(TEXT)),
            editable("supportedVerificationMethods", listOf(TEXT)),
            editable("supportedDocumentsMethods", listOf(TEXT)),
            editable("supportedDocumentsValidationMethods", listOf(TEXT)),
            editable("supportedDocumentsVerificationMethods", listOf(TEXT)),
            editable("supportedDocumentsCheckMethods", listOf(TEXT)),
            editable("supportedElectronicRecords", listOf(TEXT)),
            editable("supportedVerifiedClaims", listOf(TEXT)),
            editable("supportedAttachments", listOf(ATTACHMENT_TYPE)),
            editable("supportedDigestAlgorithms", listOf(TEXT)),
            editable("missingClientIdAllowed", FLAG),
            editable("parRequired", FLAG).demands(Demand.PUSHED_AUTHORIZATION_REQUEST),
            editable("requestObjectRequired", FLAG).demands(Demand.REQUEST_OBJECT),
            editable("traditionalRequestObjectProcessingApplied", FLAG),
            editable("claimShortcutRestrictive", FLAG),
            editable("scopeRequired", FLAG).modelled(),
            editable("nbfOptional", FLAG),
            editable("issSuppressed", FLAG).modelled(),
            editable("attributes", listOf(PAIR)).modelled(),
            editable("supportedCustomClientMetadata", listOf(TEXT)).read(),
            editable("tokenExpirationLinked", FLAG).modelled(),
            editable("frontChannelRequestObjectEncryptionRequired", FLAG),
            editable("requestObjectEncryptionAlgMatchRequired", FLAG),
            editable("requestObjectEncryptionEncMatchRequired", FLAG),
            editable("hsmEnabled", FLAG),
            readOnlySecret("hsks", listOf(HSK)),
            editable("grantManagementEndpoint", URI),
            editable("grantManagementActionRequired", FLAG).demands(Demand.GRANT_MANAGEMENT),
            editable("unauthorizedOnClientConfigSupported", FLAG),
            editable("dcrScopeUsedAsRequestable", FLAG),
            editable("predefinedTransformedClaims", TEXT),
            editable("loopbackRedirectionUriVariable", FLAG).modelled(),
            editable("requestObjectAudienceChecked", FLAG),
            editable("accessTokenForExternalAttachmentEmbedded", FLAG),
            editable("refreshTokenIdempotent", FLAG).modelled(),
            editable("federationEnabled", FLAG),
            editable("organizationName", TEXT),
            editable("authorityHints", listOf(URI)),
            editable("trustAnchors", listOf(TRUST_ANCHOR)),
            secret("federationJwks", TEXT),
            editable("federationSignatureKeyId", TEXT),
            editable("federationConfigurationDuration", LONG),
            editable("signedJwksUri", URI),
            editable("federationRegistrationEndpoint", URI),
            editable("supportedClientRegistrationTypes", listOf(CLIENT_REGISTRATION_TYPE)),
            editable("tokenExchangeByIdentifiableClientsOnly", FLAG),
            editable("tokenExchangeByConfidentialClientsOnly", FLAG),
            editable("tokenExchangeByPermittedClientsOnly", FLAG),
            editable("tokenExchangeEncryptedJwtRejected", FLAG),
            editable("tokenExchangeUnsignedJwtRejected", FLAG),
            editable("jwtGrantByIdentifiableClientsOnly", FLAG),
            editable("jwtGrantEncryptedJwtRejected", FLAG),
            editable("jwtGrantUnsignedJwtRejected", FLAG),
            editable("dcrDuplicateSoftwareIdBlocked", FLAG),
            editable("resourceSignatureKeyId", TEXT),
            editable("rsResponseSigned", FLAG).demands(Demand.SIGNED_RESOURCE_RESPONSES),
            editable("openidDroppedOnRefreshWithoutOfflineAccess", FLAG).modelled(),
            editable("verifiableCredentialsEnabled", FLAG).inV3(),
            editable("credentialIssuerMetadata", CREDENTIAL_ISSUER).inV3(),
            editable("credentialOfferDuration", LONG).inV3(),
            editable("userPinLength", INTEGER).inV3(),
            editable("idTokenAudType", TEXT),
            editable("supportedPromptValues", listOf(PROMPT)).read().inV3(),
            editable("verifiedClaimsValidationSchemaSet", TEXT),
            editable("preAuthorizedGrantAnonymousAccessSupported", FLAG).inV3(),
            editable("cnonceDuration", LONG).inV3(),
            editable("credentialTransactionDuration", LONG).inV3(),
            editable("credentialDuration", LONG).inV3(),
            secret("credentialJwks", TEXT).inV3(),
            editable("credentialJwksUri", URI).inV3(),
            editable("idTokenReissuable", FLAG),
            editable("introspectionSignatureKeyId", TEXT).inV3(),
            editable("fapiModes", listOf(FAPI_MODE)).demands(Demand.FAPI).inV3(),
            editable("dpopNonceRequired", FLAG).inV3(),
            editable("dpopNonceDuration", LONG).inV3(),
            editable("tokenBatchNotificationEndpoint", URI).inV3(),
            editable("clientAssertionAudRestrictedToIssuer", FLAG).inV3(),
            editable("nativeSsoSupported", FLAG).inV3(),
            editable("oid4vciVersion", TEXT).inV3(),
            editable("clientIdMetadataDocumentSupported", FLAG).inV3(),
            editable("cimdAllowlistEnabled", FLAG).inV3(),
            editable("cimdAllowlist", listOf(TEXT)).inV3(),
            editable("cimdAlwaysRetrieved", FLAG).inV3(),
            editable("cimdHttpPermitted", FLAG).inV3(),
            editable("cimdQueryPermitted", FLAG).inV3(),
            editable("cimdMetadataPolicyEnabled", FLAG).inV3(),
            editable("cimdMetadataPolicy", TEXT).inV3(),
            editable("httpAliasProhibited", FLAG).read().inV3(),
            editable("challengeEndpoint", URI),
            editable("attestationChallengeTimeWindow", LONG),
            editable("haipVersion", TEXT).demands(Demand.HAIP),
            editable("clientAttesterRoots", listOfWhole(TEXT)),
            editable("clientAttesterRootsEnabled", FLAG),
            editable("clientAttesterRootsOnly", FLAG),
            editable("keyAttesterRoots", listOfWhole(TEXT)),
            editable("keyAttesterRootsEnabled", FLAG),
            editable("keyAttesterRootsOnly", FLAG),
            editable("backchannelLogoutSupported", FLAG),
            editable("backchannelLogoutSessionSupported", FLAG)));

    private ServiceMembers() {}

    public static MemberTable table() {
        return TABLE;
    }
}
