package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.domain.protocol.GrantType;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The column {@code grant_type}. A code never changes its meaning. */
final class GrantTypeCodes {
    private static final Map<Integer, GrantType> BY_CODE = Arrays.stream(GrantType.values())
            .collect(Collectors.toUnmodifiableMap(GrantTypeCodes::codeOf, Function.identity()));

    private GrantTypeCodes() {}

    static int codeOf(GrantType type) {
        return switch (type) {
            case AUTHORIZATION_CODE -> 1;
            case IMPLICIT -> 2;
            case PASSWORD -> 3;
            case CLIENT_CREDENTIALS -> 4;
            case REFRESH_TOKEN -> 5;
            case CIBA -> 6;
            case DEVICE_CODE -> 7;
            case TOKEN_EXCHANGE -> 8;
            case JWT_BEARER -> 9;
            case PRE_AUTHORIZED_CODE -> 10;
        };
    }

    static GrantType typeOf(int code) {
        GrantType type = BY_CODE.get(code);
        if (type == null) {
            throw new IllegalStateException("no grant type has the code " + code);
        }
        return type;
    }
}
