package dev.grantkeep.application.document;

import static dev.grantkeep.application.document.Member.editable;
import static dev.grantkeep.application.document.Member.readOnly;
import static dev.grantkeep.application.document.Member.readOnlySecret;
import static dev.grantkeep.application.document.Member.secret;
import static dev.grantkeep.application.document.Types.ATTACHMENT_TYPE;
import static dev.grantkeep.application.document.Types.ATTRIBUTES;
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
import static dev.grantkeep.application.document.Types.SCOPES;
import static dev.grantkeep.application.document.Types.SECONDS;
import static dev.grantkeep.application.document.Types.SERVICE_PROFILE;
import static dev.grantkeep.application.document.Types.SNS;
import static dev.grantkeep.application.document.Types.SNS_CREDENTIALS;
import static dev.grantkeep.application.document.Types.TEXT;
import static dev.grantkeep.application.document.Types.TRUST_ANCHOR;
import static dev.grantkeep.application.document.Types.URI;
import static dev.grantkeep.application.document.Types.USER_CODE_CHARSET;
import static dev.grantkeep.application.document.Types.USER_CODE_LENGTH;
import static dev.grantkeep.application.document.Types.WORDING;
import static dev.grantkeep.application.document.Types.listOf;
import static dev.grantkeep.application.document.Types.listOfWhole;
import static dev.grantkeep.application.document.Types.setOf;

import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.value.Members;
import java.util.List;

/** Every member of a service (contract of the API, its last appendix), each declared once. */
public final class ServiceMembers {
    private static final MemberTable TABLE = new MemberTable(List.of(
            readOnly("number", INTEGER),
            readOnly("serviceOwnerNumber", INTEGER),
            editable("serviceName", WORDING),
            readOnly("apiKey", LONG),
            readOnlySecret("apiSecret", TEXT),
            editable("issuer", URI).steers(),
            editable("authorizationEndpoint", URI).steers(),
            editable("tokenEndpoint", URI).steers(),
            editable("revocationEndpoint", URI).steers(),
            editable("supportedRevocationAuthMethods", listOf(CLIENT_AUTH_METHOD))
                    .steers(),
            editable("userInfoEndpoint", URI).steers(),
            editable("jwksUri", URI).steers(),
            secret("jwks", TEXT).steers(),
            editable("registrationEndpoint", URI).onlyOf(Absent.DYNAMIC_REGISTRATION),
            editable("registrationManagementEndpoint", URI).onlyOf(Absent.DYNAMIC_REGISTRATION),
            editable("supportedScopes", SCOPES).steers(),
            editable("supportedResponseTypes", setOf(RESPONSE_TYPE)).steers().byDefault(List.of("CODE")),
            editable("supportedGrantTypes", setOf(GRANT_TYPE))
                    .steers()
                    .byDefault(List.of("AUTHORIZATION_CODE", "REFRESH_TOKEN")),
            editable("supportedAcrs", listOf(TEXT)).steers(),
            editable("supportedTokenAuthMethods", setOf(CLIENT_AUTH_METHOD))
                    .steers()
                    .byDefault(List.of("CLIENT_SECRET_BASIC")),
            editable("supportedDisplays", listOf(DISPLAY)).steers(),
            editable("supportedClaimTypes", listOf(CLAIM_TYPE)).steers(),
            editable("supportedClaims", listOf(TEXT)).steers(),
            editable("serviceDocumentation", URI).steers(),
            editable("supportedClaimLocales", listOf(TEXT)).steers(),
            editable("supportedUiLocales", listOf(TEXT)).steers(),
            editable("policyUri", URI).steers(),
            editable("tosUri", URI).steers(),
            editable("authenticationCallbackEndpoint", URI).onlyOf(Absent.DIRECT_ENDPOINTS),
            editable("authenticationCallbackApiKey", TEXT).onlyOf(Absent.DIRECT_ENDPOINTS),
            secret("authenticationCallbackApiSecret", TEXT).onlyOf(Absent.DIRECT_ENDPOINTS),
            editable("supportedSnses", listOf(SNS)).onlyOf(Absent.DIRECT_ENDPOINTS),
            secret("snsCredentials", listOf(SNS_CREDENTIALS)).onlyOf(Absent.DIRECT_ENDPOINTS),
            readOnly("createdAt", LONG),
            readOnly("modifiedAt", LONG),
            editable("developerAuthenticationCallbackEndpoint", URI).onlyOf(Absent.DIRECT_ENDPOINTS),
            editable("developerAuthenticationCallbackApiKey", TEXT).onlyOf(Absent.DIRECT_ENDPOINTS),
            secret("developerAuthenticationCallbackApiSecret", TEXT).onlyOf(Absent.DIRECT_ENDPOINTS),
            editable("supportedDeveloperSnses", listOf(SNS)).onlyOf(Absent.DIRECT_ENDPOINTS),
            secret("developerSnsCredentials", listOf(SNS_CREDENTIALS)).onlyOf(Absent.DIRECT_ENDPOINTS),
            editable("clientsPerDeveloper", INTEGER).steers().byDefault(0L),
            editable("directAuthorizationEndpointEnabled", FLAG).onlyOf(Absent.DIRECT_ENDPOINTS),
            editable("directTokenEndpointEnabled", FLAG).onlyOf(Absent.DIRECT_ENDPOINTS),
            editable("directRevocationEndpointEnabled", FLAG).onlyOf(Absent.DIRECT_ENDPOINTS),
            editable("directUserInfoEndpointEnabled", FLAG).onlyOf(Absent.DIRECT_ENDPOINTS),
            editable("directJwksEndpointEnabled", FLAG).onlyOf(Absent.DIRECT_ENDPOINTS),
            editable("directIntrospectionEndpointEnabled", FLAG).onlyOf(Absent.DIRECT_ENDPOINTS),
            editable("singleAccessTokenPerSubject", FLAG).steers().byDefault(false),
            editable("pkceRequired", FLAG).steers().byDefault(false),
            editable("pkceS256Required", FLAG).steers().byDefault(false),
            editable("refreshTokenKept", FLAG).steers().byDefault(false),
            editable("refreshTokenDurationKept", FLAG).steers().byDefault(false),
            editable("refreshTokenDurationReset", FLAG).steers().byDefault(false),
            editable("errorDescriptionOmitted", FLAG).steers().byDefault(false),
            editable("errorUriOmitted", FLAG).steers().byDefault(false),
            editable("clientIdAliasEnabled", FLAG).steers().byDefault(true),
            editable("supportedServiceProfiles", listOf(SERVICE_PROFILE)),
            editable("tlsClientCertificateBoundAccessTokens", FLAG).onlyOf(Absent.CERTIFICATE_BOUND_TOKENS),
            editable("introspectionEndpoint", URI).steers(),
            editable("supportedIntrospectionAuthMethods", listOf(CLIENT_AUTH_METHOD))
                    .steers(),
            editable("mutualTlsValidatePkiCertChain", FLAG).onlyOf(Absent.CLIENT_CERTIFICATES),
            editable("trustedRootCertificates", listOfWhole(TEXT)).onlyOf(Absent.CLIENT_CERTIFICATES),
            editable("dynamicRegistrationSupported", FLAG).onlyOf(Absent.DYNAMIC_REGISTRATION),
            editable("endSessionEndpoint", URI).steers(),
            editable("description", TEXT),
            editable("accessTokenType", WORDING).steers().byDefault("Bearer"),
            editable("accessTokenSignAlg", JWS_ALG).steers(),
            editable("accessTokenDuration", SECONDS).steers().byDefault(0L),
            editable("refreshTokenDuration", SECONDS).steers().byDefault(0L),
            editable("idTokenDuration", SECONDS).steers().byDefault(0L),
            editable("authorizationCodeDuration", SECONDS).steers().byDefault(0L),
            editable("authorizationResponseDuration", LONG).steers(),
            editable("pushedAuthReqDuration", LONG).steers(),
            readOnly("metadata", listOf(PAIR)),
            editable("accessTokenSignatureKeyId", TEXT).steers(),
            editable("authorizationSignatureKeyId", TEXT).steers(),
            editable("idTokenSignatureKeyId", TEXT).steers(),
            editable("userInfoSignatureKeyId", TEXT).steers(),
            editable("supportedBackchannelTokenDeliveryModes", listOf(DELIVERY_MODE))
                    .onlyOf(Absent.CIBA),
            editable("backchannelAuthenticationEndpoint", URI).onlyOf(Absent.CIBA),
            editable("backchannelUserCodeParameterSupported", FLAG).onlyOf(Absent.CIBA),
            editable("backchannelAuthReqIdDuration", INTEGER).onlyOf(Absent.CIBA),
            editable("backchannelPollingInterval", INTEGER).onlyOf(Absent.CIBA),
            editable("backchannelBindingMessageRequiredInFapi", FLAG).onlyOf(Absent.CIBA),
            editable("allowableClockSkew", INTEGER).steers(),
            editable("deviceAuthorizationEndpoint", URI).steers(),
            editable("deviceVerificationUri", URI).steers(),
            editable("deviceVerificationUriComplete", URI).steers(),
            editable("deviceFlowCodeDuration", INTEGER).steers(),
            editable("deviceFlowPollingInterval", INTEGER).steers(),
            editable("userCodeCharset", USER_CODE_CHARSET).steers(),
            editable("userCodeLength", USER_CODE_LENGTH).steers(),
            editable("pushedAuthReqEndpoint", URI).steers(),
            editable("mtlsEndpointAliases", listOf(NAMED_URI)).onlyOf(Absent.CLIENT_CERTIFICATES),
            editable("supportedAuthorizationDetailsTypes", listOf(TEXT)).steers(),
            editable("supportedTrustFrameworks", listOf(TEXT)).onlyOf(Absent.IDENTITY_ASSURANCE),
            editable("supportedEvidence", listOf(TEXT)).onlyOf(Absent.IDENTITY_ASSURANCE),
            editable("supportedIdentityDocuments", listOf(TEXT)).onlyOf(Absent.IDENTITY_ASSURANCE),
            editable("supportedDocuments", listOf(TEXT)).onlyOf(Absent.IDENTITY_ASSURANCE),
            editable("supportedVerificationMethods", listOf(TEXT)).onlyOf(Absent.IDENTITY_ASSURANCE),
            editable("supportedDocumentsMethods", listOf(TEXT)).onlyOf(Absent.IDENTITY_ASSURANCE),
            editable("supportedDocumentsValidationMethods", listOf(TEXT)).onlyOf(Absent.IDENTITY_ASSURANCE),
            editable("supportedDocumentsVerificationMethods", listOf(TEXT)).onlyOf(Absent.IDENTITY_ASSURANCE),
            editable("supportedDocumentsCheckMethods", listOf(TEXT)).onlyOf(Absent.IDENTITY_ASSURANCE),
            editable("supportedElectronicRecords", listOf(TEXT)).onlyOf(Absent.IDENTITY_ASSURANCE),
            editable("supportedVerifiedClaims", listOf(TEXT)).onlyOf(Absent.IDENTITY_ASSURANCE),
            editable("supportedAttachments", listOf(ATTACHMENT_TYPE)).onlyOf(Absent.IDENTITY_ASSURANCE),
            editable("supportedDigestAlgorithms", listOf(TEXT)).onlyOf(Absent.IDENTITY_ASSURANCE),
            editable("missingClientIdAllowed", FLAG),
            editable("parRequired", FLAG).steers(),
            editable("requestObjectRequired", FLAG).steers(),
            editable("traditionalRequestObjectProcessingApplied", FLAG).steers(),
            editable("claimShortcutRestrictive", FLAG).steers(),
            editable("scopeRequired", FLAG).steers().byDefault(false),
            editable("nbfOptional", FLAG).onlyOf(Absent.FAPI),
            editable("issSuppressed", FLAG).steers().byDefault(false),
            editable("attributes", ATTRIBUTES).steers(),
            editable("supportedCustomClientMetadata", listOf(TEXT)).steers(),
            editable("tokenExpirationLinked", FLAG).steers().byDefault(false),
            editable("frontChannelRequestObjectEncryptionRequired", FLAG).steers(),
            editable("requestObjectEncryptionAlgMatchRequired", FLAG).steers(),
            editable("requestObjectEncryptionEncMatchRequired", FLAG).steers(),
            editable("hsmEnabled", FLAG).onlyOf(Absent.HARDWARE_KEYS),
            readOnlySecret("hsks", listOf(HSK)),
            editable("grantManagementEndpoint", URI).onlyOf(Absent.GRANT_MANAGEMENT),
            editable("grantManagementActionRequired", FLAG).demands(Demand.GRANT_MANAGEMENT),
            editable("unauthorizedOnClientConfigSupported", FLAG).onlyOf(Absent.DYNAMIC_REGISTRATION),
            editable("dcrScopeUsedAsRequestable", FLAG).onlyOf(Absent.DYNAMIC_REGISTRATION),
            editable("predefinedTransformedClaims", TEXT).onlyOf(Absent.IDENTITY_ASSURANCE),
            editable("loopbackRedirectionUriVariable", FLAG).steers().byDefault(false),
            editable("requestObjectAudienceChecked", FLAG).steers(),
            editable("accessTokenForExternalAttachmentEmbedded", FLAG).onlyOf(Absent.IDENTITY_ASSURANCE),
            editable("refreshTokenIdempotent", FLAG).steers().byDefault(false),
            editable("federationEnabled", FLAG).onlyOf(Absent.FEDERATION),
            editable("organizationName", TEXT),
            editable("authorityHints", listOf(URI)).onlyOf(Absent.FEDERATION),
            editable("trustAnchors", listOf(TRUST_ANCHOR)).onlyOf(Absent.FEDERATION),
            secret("federationJwks", TEXT).onlyOf(Absent.FEDERATION),
            editable("federationSignatureKeyId", TEXT).onlyOf(Absent.FEDERATION),
            editable("federationConfigurationDuration", LONG).onlyOf(Absent.FEDERATION),
            editable("signedJwksUri", URI),
            editable("federationRegistrationEndpoint", URI).onlyOf(Absent.FEDERATION),
            editable("supportedClientRegistrationTypes", listOf(CLIENT_REGISTRATION_TYPE))
                    .onlyOf(Absent.FEDERATION),
            editable("tokenExchangeByIdentifiableClientsOnly", FLAG).onlyOf(Absent.TOKEN_EXCHANGE),
            editable("tokenExchangeByConfidentialClientsOnly", FLAG).onlyOf(Absent.TOKEN_EXCHANGE),
            editable("tokenExchangeByPermittedClientsOnly", FLAG).onlyOf(Absent.TOKEN_EXCHANGE),
            editable("tokenExchangeEncryptedJwtRejected", FLAG).onlyOf(Absent.TOKEN_EXCHANGE),
            editable("tokenExchangeUnsignedJwtRejected", FLAG).onlyOf(Absent.TOKEN_EXCHANGE),
            editable("jwtGrantByIdentifiableClientsOnly", FLAG).onlyOf(Absent.JWT_GRANT),
            editable("jwtGrantEncryptedJwtRejected", FLAG).onlyOf(Absent.JWT_GRANT),
            editable("jwtGrantUnsignedJwtRejected", FLAG).onlyOf(Absent.JWT_GRANT),
            editable("dcrDuplicateSoftwareIdBlocked", FLAG).onlyOf(Absent.DYNAMIC_REGISTRATION),
            editable("resourceSignatureKeyId", TEXT).onlyOf(Absent.HTTP_SIGNATURES),
            editable("rsResponseSigned", FLAG).demands(Demand.SIGNED_RESOURCE_RESPONSES),
            editable("openidDroppedOnRefreshWithoutOfflineAccess", FLAG)
                    .steers()
                    .byDefault(false),
            editable("verifiableCredentialsEnabled", FLAG)
                    .onlyOf(Absent.VERIFIABLE_CREDENTIALS)
                    .inV3(),
            editable("credentialIssuerMetadata", CREDENTIAL_ISSUER)
                    .onlyOf(Absent.VERIFIABLE_CREDENTIALS)
                    .inV3(),
            editable("credentialOfferDuration", LONG)
                    .onlyOf(Absent.VERIFIABLE_CREDENTIALS)
                    .inV3(),
            editable("userPinLength", INTEGER)
                    .onlyOf(Absent.VERIFIABLE_CREDENTIALS)
                    .inV3(),
            editable("idTokenAudType", TEXT).steers(),
            editable("supportedPromptValues", listOf(PROMPT)).steers().inV3(),
            editable("verifiedClaimsValidationSchemaSet", TEXT).onlyOf(Absent.IDENTITY_ASSURANCE),
            editable("preAuthorizedGrantAnonymousAccessSupported", FLAG)
                    .onlyOf(Absent.VERIFIABLE_CREDENTIALS)
                    .inV3(),
            editable("cnonceDuration", LONG)
                    .onlyOf(Absent.VERIFIABLE_CREDENTIALS)
                    .inV3(),
            editable("credentialTransactionDuration", LONG)
                    .onlyOf(Absent.VERIFIABLE_CREDENTIALS)
                    .inV3(),
            editable("credentialDuration", LONG)
                    .onlyOf(Absent.VERIFIABLE_CREDENTIALS)
                    .inV3(),
            secret("credentialJwks", TEXT).onlyOf(Absent.VERIFIABLE_CREDENTIALS).inV3(),
            editable("credentialJwksUri", URI)
                    .onlyOf(Absent.VERIFIABLE_CREDENTIALS)
                    .inV3(),
            editable("idTokenReissuable", FLAG).steers(),
            editable("introspectionSignatureKeyId", TEXT)
                    .onlyOf(Absent.SIGNED_INTROSPECTION)
                    .inV3(),
            editable("fapiModes", listOf(FAPI_MODE)).demands(Demand.FAPI).inV3(),
            editable("dpopNonceRequired", FLAG).onlyOf(Absent.DPOP).inV3(),
            editable("dpopNonceDuration", LONG).onlyOf(Absent.DPOP).inV3(),
            editable("tokenBatchNotificationEndpoint", URI)
                    .onlyOf(Absent.BATCHES)
                    .inV3(),
            editable("clientAssertionAudRestrictedToIssuer", FLAG).steers().inV3(),
            editable("nativeSsoSupported", FLAG).onlyOf(Absent.NATIVE_SSO).inV3(),
            editable("oid4vciVersion", TEXT)
                    .onlyOf(Absent.VERIFIABLE_CREDENTIALS)
                    .inV3(),
            editable("clientIdMetadataDocumentSupported", FLAG)
                    .onlyOf(Absent.CLIENT_ID_METADATA_DOCUMENTS)
                    .inV3(),
            editable("cimdAllowlistEnabled", FLAG)
                    .onlyOf(Absent.CLIENT_ID_METADATA_DOCUMENTS)
                    .inV3(),
            editable("cimdAllowlist", listOf(TEXT))
                    .onlyOf(Absent.CLIENT_ID_METADATA_DOCUMENTS)
                    .inV3(),
            editable("cimdAlwaysRetrieved", FLAG)
                    .onlyOf(Absent.CLIENT_ID_METADATA_DOCUMENTS)
                    .inV3(),
            editable("cimdHttpPermitted", FLAG)
                    .onlyOf(Absent.CLIENT_ID_METADATA_DOCUMENTS)
                    .inV3(),
            editable("cimdQueryPermitted", FLAG)
                    .onlyOf(Absent.CLIENT_ID_METADATA_DOCUMENTS)
                    .inV3(),
            editable("cimdMetadataPolicyEnabled", FLAG)
                    .onlyOf(Absent.CLIENT_ID_METADATA_DOCUMENTS)
                    .inV3(),
            editable("cimdMetadataPolicy", TEXT)
                    .onlyOf(Absent.CLIENT_ID_METADATA_DOCUMENTS)
                    .inV3(),
            editable("httpAliasProhibited", FLAG).steers().inV3(),
            editable("challengeEndpoint", URI).onlyOf(Absent.CLIENT_ATTESTATION),
            editable("attestationChallengeTimeWindow", LONG).onlyOf(Absent.CLIENT_ATTESTATION),
            editable("haipVersion", TEXT).demands(Demand.HAIP),
            editable("clientAttesterRoots", listOfWhole(TEXT)).onlyOf(Absent.CLIENT_ATTESTATION),
            editable("clientAttesterRootsEnabled", FLAG).onlyOf(Absent.CLIENT_ATTESTATION),
            editable("clientAttesterRootsOnly", FLAG).onlyOf(Absent.CLIENT_ATTESTATION),
            editable("keyAttesterRoots", listOfWhole(TEXT)).onlyOf(Absent.VERIFIABLE_CREDENTIALS),
            editable("keyAttesterRootsEnabled", FLAG).onlyOf(Absent.VERIFIABLE_CREDENTIALS),
            editable("keyAttesterRootsOnly", FLAG).onlyOf(Absent.VERIFIABLE_CREDENTIALS),
            editable("backchannelLogoutSupported", FLAG).onlyOf(Absent.LOGOUT),
            editable("backchannelLogoutSessionSupported", FLAG).steers()));

    private ServiceMembers() {}

    public static MemberTable table() {
        return TABLE;
    }

    /**
     * The settings that a document is.
     *
     * @throws IllegalArgumentException if a member is not valid
     */
    public static ServiceSettings settings(Members document) {
        return new ServiceSettings(document, TABLE.demands(document));
    }
}
