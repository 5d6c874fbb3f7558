package dev.grantkeep.adapter.cli.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Of the settings of a service: what is demanded and refused, what does not fit together, and what is absurd. */
final class SettingChecks {
    private static final Set<String> REFUSED = Set.of(
            "dpopRequired",
            "tlsClientCertificateBoundAccessTokens",
            "fapiModes",
            "haipVersion",
            "grantManagementActionRequired",
            "rsRequestSigned",
            "rsResponseSigned");
    private static final Duration LONGEST_ACCESS = Duration.ofDays(366);
    private static final Duration LONGEST_CODE = Duration.ofMinutes(10);

    private final String area;
    private final Map<String, Object> service;
    private final List<Finding> findings = new ArrayList<>();

    private SettingChecks(String area, Map<String, Object> service) {
        this.area = area;
        this.service = service;
    }

    static List<Finding> of(String area, Map<String, Object> service) {
        SettingChecks checks = new SettingChecks(area, service);
        REFUSED.forEach(checks::refused);
        checks.types();
        checks.durations();
        checks.front();
        return checks.findings;
    }

    private void refused(String member) {
        Object value = service.get(member);
        boolean demands =
                value != null && !Boolean.FALSE.equals(value) && !(value instanceof List<?> list && list.isEmpty());
        if (demands) {
            mend(
                    member + " demands what Grantkeep does not give, so no tokens are given",
                    "Take it out of the service.");
        }
    }

    private void types() {
        List<String> grants = Trees.texts(service.get("supportedGrantTypes"));
        List<String> responses = Trees.texts(service.get("supportedResponseTypes"));
        boolean hasCode = responses.stream().anyMatch(type -> type.contains("CODE"));
        boolean hasImplicit = responses.stream().anyMatch(type -> type.contains("TOKEN"));
        if (grants.isEmpty()) {
            mend("it supports no grant type, so nobody gets a token", "Set supportedGrantTypes.");
        }
        if (grants.contains("AUTHORIZATION_CODE") && !hasCode) {
            mend(
                    "it supports AUTHORIZATION_CODE, but no response type with CODE",
                    "Add CODE to supportedResponseTypes.");
        }
        if (hasCode && !grants.contains("AUTHORIZATION_CODE")) {
            mend("it supports a response type with CODE, but not AUTHORIZATION_CODE", "Add it to supportedGrantTypes.");
        }
        if (grants.contains("IMPLICIT") && !hasImplicit) {
            mend("it supports IMPLICIT, but no response type with TOKEN", "Take IMPLICIT out, or add TOKEN.");
        }
        if (Trees.texts(service.get("supportedTokenAuthMethods")).isEmpty()) {
            mend("it supports no way in which clients authenticate", "Set supportedTokenAuthMethods.");
        }
    }

    private void durations() {
        Duration access = seconds("accessTokenDuration");
        Duration refresh = seconds("refreshTokenDuration");
        Duration code = seconds("authorizationCodeDuration");
        if (access.compareTo(LONGEST_ACCESS) > 0) {
            warn(
                    "access tokens live " + access.toDays() + " days",
                    "Shorten accessTokenDuration: refresh tokens renew them.");
        }
        if (!refresh.isZero() && refresh.compareTo(access) < 0) {
            warn("refresh tokens end before access tokens, so they renew nothing", "Lengthen refreshTokenDuration.");
        }
        if (code.compareTo(LONGEST_CODE) > 0) {
            warn(
                    "codes live " + code.toMinutes() + " minutes, more than the 10 of RFC 6749",
                    "Shorten authorizationCodeDuration.");
        }
    }

    private void front() {
        Map<String, String> attributes = Trees.attributes(service.get("attributes"));
        if ("true".equals(attributes.get("grantkeep.front")) && !attributes.containsKey("grantkeep.front.login_uri")) {
            mend("its ready front is open but knows no page for login", "Set the attribute grantkeep.front.login_uri.");
        }
    }

    private Duration seconds(String member) {
        return Duration.ofSeconds(Trees.number(service.get(member)));
    }

    private void mend(String what, String how) {
        findings.add(Finding.mend(area, what, how));
    }

    private void warn(String what, String how) {
        findings.add(Finding.warning(area, what, how));
    }
}
