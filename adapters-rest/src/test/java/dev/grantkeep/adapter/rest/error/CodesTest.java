package dev.grantkeep.adapter.rest.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.port.in.exchange.CodeRefusal;
import dev.grantkeep.application.port.in.exchange.DeviceCodeRefusal;
import dev.grantkeep.application.port.in.exchange.TokenRefusal;
import dev.grantkeep.application.port.in.exchange.TokenRequestRefusal;
import dev.grantkeep.domain.authorization.AuthorizationRefusal;
import dev.grantkeep.domain.device.DeviceRefusal;
import dev.grantkeep.domain.token.CreationOutcome;
import dev.grantkeep.domain.userinfo.UserInfoRefusal;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of result codes of tokens and flows. */
class CodesTest {
    private static final Set<TokenRefusal> OF_THE_CALLER = Set.of(
            TokenRequestRefusal.VALUE_TAKEN,
            TokenRequestRefusal.ACCESS_TOKEN_IMPOSSIBLE,
            TokenRequestRefusal.PROPERTIES_TOO_LARGE,
            CodeRefusal.ID_TOKEN_IMPOSSIBLE,
            DeviceCodeRefusal.ID_TOKEN_IMPOSSIBLE);

    @Test
    void noCodeStandsForTwoThings() {
        assertThat(all().map(ResultCode::code)).doesNotHaveDuplicates();
    }

    @Test
    void everyCodeHasItsForm() {
        assertThat(all().map(ResultCode::code)).allMatch(code -> code.matches("A[0-9]{3}[0-3][0-9]{2}"));
    }

    @Test
    void everyMessageIsWhatAnErrorDescriptionMayHold() {
        assertThat(all().map(ResultCode::pattern)).allMatch(text -> text.matches("[ !#-\\[\\]-~]+"));
    }

    @Test
    void whatAClientDidWrongIsOfItsClass() {
        assertThat(Arrays.stream(AuthorizationRefusal.values()).map(why -> classOf(AuthorizationCodes.of(why))))
                .containsOnly('3');
        assertThat(Arrays.stream(UserInfoRefusal.values()).map(why -> classOf(UserInfoCodes.of(why))))
                .containsOnly('3');
        assertThat(Arrays.stream(DeviceRefusal.values()).map(why -> classOf(DeviceCodes.of(why))))
                .containsOnly('3');
        assertThat(tokenRefusals()
                        .filter(why -> !OF_THE_CALLER.contains(why))
                        .map(why -> classOf(TokenEndpointCodes.of(why))))
                .containsOnly('3');
    }

    @Test
    void whatTheCallerDidWrongIsOfItsClass() {
        assertThat(OF_THE_CALLER.stream().map(why -> classOf(TokenEndpointCodes.of(why))))
                .containsOnly('2');
        assertThat(Arrays.stream(CreationOutcome.Refused.values()).map(why -> classOf(TokenCodes.of(why))))
                .containsOnly('2');
    }

    @Test
    void documentedCodesAreKept() {
        assertThat(AuthorizationCodes.NO_PARAMETERS.message())
                .isEqualTo("[A004201] The authorization request from the service does not contain 'parameters'"
                        + " parameter.");
        assertThat(AuthorizationCodes.TICKET_ISSUED.message(1, 2, "code", false))
                .isEqualTo("[A004001] Authlete has successfully issued a ticket to the service (API Key = 1) for the"
                        + " authorization request from the client (ID = 2). [response_type=code, openid=false]");
        assertThat(AuthorizationCodes.of(AuthorizationRefusal.REDIRECT_URI_NOT_REGISTERED)
                        .message("x:y"))
                .isEqualTo("[A011304] The value of 'redirect_uri' (x:y) is not registered.");
        assertThat(TokenEndpointCodes.of(CodeRefusal.UNKNOWN_CODE).message())
                .isEqualTo("[A050305] No such authorization code.");
        assertThat(TokenEndpointCodes.ISSUED.message("authorization_code"))
                .isEqualTo("[A050001] The token request (grant_type=authorization_code) was processed successfully.");
        assertThat(TokenCodes.CREATED.message("authorization_code", 1))
                .isEqualTo("[A109001] An access token was created successfully: authorization_code, client = 1");
        assertThat(IntrospectionCodes.SCOPE_MISSING.message("write"))
                .isEqualTo("[A064302] The access token does not cover the required scope 'write'.");
        assertThat(IntrospectionCodes.PERFORMED.message("access_token", true))
                .isEqualTo("[A145001] Introspection was performed successfully (type=access_token, active=true).");
    }

    /** Those of all rooms. */
    private static Stream<TokenRefusal> tokenRefusals() {
        return Arrays.stream(TokenRefusal.class.getPermittedSubclasses())
                .flatMap(room -> Arrays.stream(room.getEnumConstants()))
                .map(TokenRefusal.class::cast);
    }

    private static char classOf(ResultCode code) {
        return code.code().charAt(4);
    }

    private static Stream<ResultCode> all() {
        List<ResultCode> codes = new ArrayList<>();
        Stream.of(
                        AppsCodes.class,
                        AuthorizationCodes.class,
                        DecisionCodes.class,
                        DeviceCodes.class,
                        PasswordCodes.class,
                        TokenEndpointCodes.class,
                        TokenCodes.class,
                        IntrospectionCodes.class,
                        UserInfoCodes.class)
                .flatMap(table -> Arrays.stream(table.getFields()))
                .filter(field -> field.getType() == ResultCode.class && Modifier.isStatic(field.getModifiers()))
                .map(CodesTest::constant)
                .forEach(codes::add);
        Arrays.stream(AuthorizationRefusal.values()).map(AuthorizationCodes::of).forEach(codes::add);
        tokenRefusals().map(TokenEndpointCodes::of).forEach(codes::add);
        Arrays.stream(CreationOutcome.Refused.values()).map(TokenCodes::of).forEach(codes::add);
        Arrays.stream(UserInfoRefusal.values()).map(UserInfoCodes::of).forEach(codes::add);
        Arrays.stream(DeviceRefusal.values()).map(DeviceCodes::of).forEach(codes::add);
        return codes.stream();
    }

    private static ResultCode constant(Field field) {
        try {
            return (ResultCode) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
