package dev.grantkeep.domain.authorization;

import static dev.grantkeep.domain.authorization.KnownParameters.Treatment.HARMLESS;
import static dev.grantkeep.domain.authorization.KnownParameters.Treatment.REFUSED;
import static dev.grantkeep.domain.authorization.KnownParameters.Treatment.TAKEN;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters that the specifications give to authorization and token requests, and what is done with each. A
 * parameter that none of them names is ignored (RFC 6749 sections 3.1 and 3.2).
 */
public final class KnownParameters {
    /** What is done with a parameter. */
    public enum Treatment {
        /** Read, and followed or told to the front end. */
        TAKEN,
        /** It asks for a protection that is not given yet: the request is refused. */
        REFUSED,
        /** Ignored: it restricts nothing, or only what is refused already. */
        HARMLESS
    }

    private static final Map<String, Treatment> AUTHORIZATION = table(
            // RFC 6749, RFC 7636, RFC 8707, RFC 9396, OAuth 2.0 Multiple Response Types
            of(
                    TAKEN,
                    "response_type",
                    "client_id",
                    "redirect_uri",
                    "scope",
                    "state",
                    "code_challenge",
                    "code_challenge_method",
                    "resource",
                    "authorization_details",
                    "response_mode"),
            // OpenID Connect Core
            of(
                    TAKEN,
                    "display",
                    "prompt",
                    "max_age",
                    "ui_locales",
                    "claims_locales",
                    "login_hint",
                    "acr_values",
                    "claims",
                    "nonce",
                    "id_token_hint"),
            of(TAKEN, "request", "request_uri"),
            of(REFUSED, "registration"),
            // RFC 9449, Grant Management
            of(REFUSED, "dpop_jkt", "grant_management_action", "grant_id"),
            // Vectors of Trust (RFC 8485): a wish whose answer stands in an ID token
            of(HARMLESS, "vtr"),
            // Identity Assurance, Federation, Verifiable Credential Issuance
            of(HARMLESS, "purpose", "trust_chain", "issuer_state", "wallet_issuer", "user_hint"));

    private static final Map<String, Treatment> TOKEN = table(
            // RFC 6749, RFC 7521, RFC 7636, RFC 8707, RFC 9396
            of(
                    TAKEN,
                    "grant_type",
                    "code",
                    "redirect_uri",
                    "client_id",
                    "client_secret",
                    "client_assertion",
                    "client_assertion_type",
                    "code_verifier",
                    "refresh_token",
                    "scope",
                    "resource",
                    "authorization_details"),
            // RFC 9201: a token that is bound to a key
            of(REFUSED, "req_cnf"),
            of(HARMLESS, "ace_profile", "nonce1", "ace_client_recipientid"),
            // RFC 6749 section 4.3, RFC 8628
            of(TAKEN, "username", "password", "device_code"),
            // of grant types that are refused: RFC 7523, RFC 8693, CIBA
            of(HARMLESS, "assertion"),
            of(HARMLESS, "subject_token", "subject_token_type", "actor_token", "actor_token_type"),
            of(HARMLESS, "requested_token_type", "audience", "device_secret"),
            of(HARMLESS, "auth_req_id"),
            // User-Managed Access, Verifiable Credential Issuance
            of(HARMLESS, "ticket", "claim_token", "claim_token_format", "pct", "rpt"),
            of(HARMLESS, "pre-authorized_code", "tx_code", "user_pin"));

    private static final Map<String, Treatment> DEVICE = table(
            // RFC 8628, RFC 6749, RFC 7521, RFC 8707, RFC 9396
            of(
                    TAKEN,
                    "client_id",
                    "client_secret",
                    "client_assertion",
                    "client_assertion_type",
                    "scope",
                    "resource",
                    "authorization_details"),
            // OpenID Connect Core
            of(TAKEN, "acr_values"),
            // RFC 7636, RFC 9101, RFC 9449, Grant Management: for the other endpoint
            of(REFUSED, "code_challenge", "code_challenge_method", "request", "request_uri"),
            of(REFUSED, "dpop_jkt", "grant_management_action", "grant_id"),
            // OpenID Connect Core: the flow has no place for an answer, or only the page could heed them
            of(HARMLESS, "nonce", "claims", "prompt", "max_age", "login_hint", "ui_locales", "claims_locales"),
            of(HARMLESS, "display", "id_token_hint"));

    private KnownParameters() {}

    /** Those of authorization requests, by name. */
    public static Map<String, Treatment> ofAuthorization() {
        return AUTHORIZATION;
    }

    /** Those of the requests of devices, by name. */
    public static Map<String, Treatment> ofDevice() {
        return DEVICE;
    }

    /** Those of token requests, by name. */
    public static Map<String, Treatment> ofToken() {
        return TOKEN;
    }

    /** Those of the table that are refused, in its order. */
    public static List<String> refused(Map<String, Treatment> table) {
        return table.entrySet().stream()
                .filter(known -> known.getValue() == REFUSED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Treatment> of(Treatment treatment, String... names) {
        Map<String, Treatment> group = new LinkedHashMap<>();
        List.of(names).forEach(name -> group.put(name, treatment));
        return group;
    }

    @SafeVarargs
    private static Map<String, Treatment> table(Map<String, Treatment>... groups) {
        Map<String, Treatment> all = new LinkedHashMap<>();
        List.of(groups).forEach(all::putAll);
        return Collections.unmodifiableMap(all);
    }
}
