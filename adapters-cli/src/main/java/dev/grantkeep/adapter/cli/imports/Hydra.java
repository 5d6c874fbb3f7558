package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.domain.value.Members;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Ory Hydra's admin API gives: {@code GET /admin/clients} and, for each user, {@code GET
 * /admin/oauth2/auth/sessions/consent?subject=}. Secrets are hashed there and tokens are not told at all.
 */
final class Hydra implements Export {
    private static final String GRANT = "authorization_code_grant_access_token_lifespan";
    private static final String REFRESH = "authorization_code_grant_refresh_token_lifespan";
    private static final String ID_TOKEN = "authorization_code_grant_id_token_lifespan";

    private final Instant now;

    Hydra(Instant now) {
        this.now = now;
    }

    @Override
    public String name() {
        return "hydra";
    }

    @Override
    public void read(Members top, Findings into) {
        List<Members> items = top.get("items") == null ? List.of(top) : Export.items(top);
        for (Members item : items) {
            if (item.get("consent_request") != null) {
                consent(item, into);
            } else if (item.text("client_id") != null) {
                client(item, into);
            } else {
                throw new IllegalArgumentException(
                        "is neither a list of clients nor one of consent sessions, as Hydra's admin API gives them");
            }
        }
    }

    private void client(Members client, Findings into) {
        String id = String.valueOf(client.text("client_id"));
        Taking taking = new Taking(client)
                .put("clientIdAlias", id)
                .as("client_name", "clientName")
                .as("redirect_uris", "redirectUris")
                .as("contacts", "contacts")
                .as("policy_uri", "policyUri")
                .as("tos_uri", "tosUri")
                .as("client_uri", "clientUri")
                .as("logo_uri", "logoUri")
                .as("jwks_uri", "jwksUri")
                .as("request_uris", "requestUris")
                .as("sector_identifier_uri", "sectorIdentifierUri")
                .asName("subject_type", "subjectType")
                .asName("token_endpoint_auth_method", "tokenAuthMethod")
                .asName("token_endpoint_auth_signing_alg", "tokenAuthSignAlg")
                .asName("request_object_signing_alg", "requestSignAlg")
                .ignore(
                        "client_id",
                        "created_at",
                        "updated_at",
                        "client_secret_expires_at",
                        "registration_access_token")
                .ignore(
                        "registration_client_uri",
                        "skip_consent",
                        "skip_logout_consent",
                        "userinfo_signed_response_alg");
        userInfo(taking, client.text("userinfo_signed_response_alg"));
        String method = client.text("token_endpoint_auth_method");
        taking.put("clientType", "none".equals(method) ? "PUBLIC" : "CONFIDENTIAL")
                .put("jwks", keys(client.object(taking.taken("jwks"))))
                .put("grantTypes", WireNames.grantTypes(client.texts(taking.taken("grant_types")), id, into))
                .put("responseTypes", WireNames.responseTypes(client.texts(taking.taken("response_types")), id, into))
                .put("extension", extension(taking, into));
        taking.tellRest(id, into);
        into.clients.add(new FoundClient(
                id,
                taking.made(),
                GivenSecret.of(taking.text("client_secret")),
                ClientMethods.showsSecret(method == null ? null : method.toUpperCase(Locale.ROOT), null),
                false));
    }

    /** No signature is plain JSON, which is what a client gets that registers nothing. */
    private static void userInfo(Taking taking, @Nullable String alg) {
        if (alg != null && !alg.equals("none")) {
            taking.put("userInfoSignAlg", alg);
        }
    }

    private static @Nullable String keys(Members keys) {
        return keys.tree().isEmpty() ? null : JsonText.write(keys.tree());
    }

    /** Which scopes the client may ask for, and how long its tokens live. */
    private static Map<String, Object> extension(Taking taking, Findings into) {
        List<String> scopes = words(taking.text("scope"));
        into.scopes.addAll(scopes);
        Map<String, Object> extension = new LinkedHashMap<>();
        extension.put("requestableScopesEnabled", true);
        extension.put("requestableScopes", scopes);
        life(taking, GRANT, "accessTokenDuration", extension);
        life(taking, REFRESH, "refreshTokenDuration", extension);
        life(taking, ID_TOKEN, "idTokenDuration", extension);
        return extension;
    }

    private static void life(Taking taking, String name, String newName, Map<String, Object> extension) {
        long seconds = seconds(taking.members().text(name));
        if (seconds > 0) {
            taking.taken(name);
            extension.put(newName, seconds);
        }
    }

    /** Such as {@code 1h30m0s}; 0 if it is none of that kind. */
    private static long seconds(@Nullable String text) {
        try {
            return text == null
                    ? 0
                    : Duration.parse("PT" + text.toUpperCase(Locale.ROOT)).toSeconds();
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isBlank()
                ? List.of()
                : new ArrayList<>(Arrays.asList(text.strip().split(" +")));
    }

    private void consent(Members session, Findings into) {
        Members request = session.object("consent_request");
        String client = String.valueOf(request.object("client").text("client_id"));
        String subject = String.valueOf(request.text("subject"));
        List<String> scopes = session.texts("grant_scope");
        String whose = client + " of " + subject;
        if (!session.flag("remember")) {
            into.without("A consent that was for once", whose);
        } else if (isOver(session)) {
            into.without("A consent that is over", whose);
        } else {
            if (session.whole("remember_for") > 0) {
                into.without("The end of a consent", whose);
            }
            into.scopes.addAll(scopes);
            into.consents.add(new FoundConsent(client, subject, scopes));
        }
    }

    private boolean isOver(Members session) {
        long seconds = session.whole("remember_for");
        String handled = session.text("handled_at");
        try {
            return seconds > 0
                    && handled != null
                    && OffsetDateTime.parse(handled)
                            .toInstant()
                            .plusSeconds(seconds)
                            .isBefore(now);
        } catch (DateTimeParseException e) {
            return true;
        }
    }
}
