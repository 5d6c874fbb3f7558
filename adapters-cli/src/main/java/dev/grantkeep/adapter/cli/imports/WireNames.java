package dev.grantkeep.adapter.cli.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Grant types and response types as requests have them, in the words of the API. */
final class WireNames {
    private static final Map<String, String> GRANT_TYPES = Map.of(
            "authorization_code", "AUTHORIZATION_CODE",
            "implicit", "IMPLICIT",
            "password", "PASSWORD",
            "client_credentials", "CLIENT_CREDENTIALS",
            "refresh_token", "REFRESH_TOKEN",
            "urn:ietf:params:oauth:grant-type:device_code", "DEVICE_CODE",
            "urn:ietf:params:oauth:grant-type:token-exchange", "TOKEN_EXCHANGE",
            "urn:ietf:params:oauth:grant-type:jwt-bearer", "JWT_BEARER",
            "urn:openid:params:grant-type:ciba", "CIBA");

    /** By their words in alphabetical order, as they come in any. */
    private static final Map<String, String> RESPONSE_TYPES = Map.of(
            "none", "NONE",
            "code", "CODE",
            "token", "TOKEN",
            "id_token", "ID_TOKEN",
            "code token", "CODE_TOKEN",
            "code id_token", "CODE_ID_TOKEN",
            "id_token token", "ID_TOKEN_TOKEN",
            "code id_token token", "CODE_ID_TOKEN_TOKEN");

    private WireNames() {}

    /** Those that there are; the others are told as without a counterpart. */
    static List<String> grantTypes(List<String> wire, String whose, Findings into) {
        return named("The grant type ", wire, GRANT_TYPES, whose, into);
    }

    static List<String> responseTypes(List<String> wire, String whose, Findings into) {
        List<String> sorted = wire.stream().map(WireNames::sorted).toList();
        return named("The response type ", sorted, RESPONSE_TYPES, whose, into);
    }

    private static String sorted(String words) {
        return String.join(
                " ", Arrays.stream(words.strip().split(" +")).sorted().toList());
    }

    private static List<String> named(
            String what, List<String> wire, Map<String, String> names, String whose, Findings into) {
        wire.stream().filter(type -> !names.containsKey(type)).forEach(type -> into.without(what + type, whose));
        return wire.stream().map(names::get).filter(Objects::nonNull).distinct().toList();
    }
}
