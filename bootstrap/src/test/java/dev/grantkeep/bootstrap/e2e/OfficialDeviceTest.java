package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.common.api.AuthleteApi;
import com.authlete.common.dto.Client;
import com.authlete.common.dto.DeviceAuthorizationRequest;
import com.authlete.common.dto.DeviceAuthorizationResponse;
import com.authlete.common.dto.DeviceCompleteRequest;
import com.authlete.common.dto.DeviceCompleteResponse;
import com.authlete.common.dto.DeviceVerificationRequest;
import com.authlete.common.dto.DeviceVerificationResponse;
import com.authlete.common.dto.Scope;
import com.authlete.common.dto.Service;
import com.authlete.common.dto.TokenRequest;
import com.authlete.common.dto.TokenResponse;
import com.authlete.common.types.ClientAuthMethod;
import com.authlete.common.types.ClientType;
import com.authlete.common.types.GrantType;
import com.authlete.common.types.UserCodeCharset;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The device flow by the official Java library. */
@OnEveryStore
final class OfficialDeviceTest {
    private static final URI PAGE = URI.create("https://as.example.com/device");

    private final AuthleteApi api;
    private final Client client;

    OfficialDeviceTest(Stage stage) {
        Service service = Library.owner(stage)
                .createService(new Service()
                        .setServiceName("A service")
                        .setSupportedGrantTypes(new GrantType[] {GrantType.DEVICE_CODE, GrantType.REFRESH_TOKEN})
                        .setSupportedTokenAuthMethods(new ClientAuthMethod[] {ClientAuthMethod.CLIENT_SECRET_BASIC})
                        .setSupportedScopes(new Scope[] {new Scope().setName("read")})
                        .setDeviceVerificationUri(PAGE)
                        .setUserCodeCharset(UserCodeCharset.NUMERIC)
                        .setUserCodeLength(9));
        api = Library.of(stage, service);
        client = api.createClient(new Client()
                .setClientName("Telly")
                .setClientType(ClientType.CONFIDENTIAL)
                .setTokenAuthMethod(ClientAuthMethod.CLIENT_SECRET_BASIC)
                .setGrantTypes(new GrantType[] {GrantType.DEVICE_CODE, GrantType.REFRESH_TOKEN}));
    }

    private DeviceAuthorizationResponse started() {
        DeviceAuthorizationResponse started = api.deviceAuthorization(new DeviceAuthorizationRequest()
                .setParameters("scope=read")
                .setClientId(Long.toString(client.getClientId()))
                .setClientSecret(client.getClientSecret()));
        assertThat(started.getAction()).isEqualTo(DeviceAuthorizationResponse.Action.OK);
        return started;
    }

    private TokenResponse poll(DeviceAuthorizationResponse started) {
        return api.token(new TokenRequest()
                .setParameters(Form.of("grant_type", Devices.GRANT_TYPE, "device_code", started.getDeviceCode()))
                .setClientId(Long.toString(client.getClientId()))
                .setClientSecret(client.getClientSecret()));
    }

    @Test
    void givesATokenOnceTheUserSaidYes() {
        DeviceAuthorizationResponse started = started();
        assertThat(started.getUserCode()).matches("[0-9]{9}");
        assertThat(started.getVerificationUri()).isEqualTo(PAGE);
        assertThat(started.getExpiresIn()).isEqualTo(600);
        assertThat(started.getInterval()).isEqualTo(5);
        assertThat(poll(started).getAction()).isEqualTo(TokenResponse.Action.BAD_REQUEST);

        DeviceVerificationResponse verified =
                api.deviceVerification(new DeviceVerificationRequest().setUserCode(started.getUserCode()));
        assertThat(verified.getAction()).isEqualTo(DeviceVerificationResponse.Action.VALID);
        assertThat(verified.getClientName()).isEqualTo("Telly");
        assertThat(verified.getScopes()).hasSize(1);

        assertThat(api.deviceComplete(new DeviceCompleteRequest()
                                .setUserCode(started.getUserCode())
                                .setResult(DeviceCompleteRequest.Result.AUTHORIZED)
                                .setSubject("anna"))
                        .getAction())
                .isEqualTo(DeviceCompleteResponse.Action.SUCCESS);
        TokenResponse token = poll(started);
        assertThat(token.getAction()).isEqualTo(TokenResponse.Action.OK);
        assertThat(token.getGrantType()).isEqualTo(GrantType.DEVICE_CODE);
        assertThat(token.getSubject()).isEqualTo("anna");
    }

    @Test
    void saysWhatIsWrongInTheNamesOfTheLibrary() {
        DeviceAuthorizationResponse started = started();
        assertThat(api.deviceVerification(new DeviceVerificationRequest().setUserCode("x"))
                        .getAction())
                .isEqualTo(DeviceVerificationResponse.Action.NOT_EXIST);
        assertThat(api.deviceComplete(new DeviceCompleteRequest()
                                .setUserCode(started.getUserCode())
                                .setResult(DeviceCompleteRequest.Result.AUTHORIZED))
                        .getAction())
                .isEqualTo(DeviceCompleteResponse.Action.INVALID_REQUEST);
        assertThat(api.deviceComplete(new DeviceCompleteRequest()
                                .setUserCode("x")
                                .setResult(DeviceCompleteRequest.Result.ACCESS_DENIED))
                        .getAction())
                .isEqualTo(DeviceCompleteResponse.Action.USER_CODE_NOT_EXIST);
        assertThat(api.deviceAuthorization(new DeviceAuthorizationRequest()
                                .setParameters("scope=read")
                                .setClientId(Long.toString(client.getClientId()))
                                .setClientSecret("wrong"))
                        .getAction())
                .isEqualTo(DeviceAuthorizationResponse.Action.UNAUTHORIZED);
    }
}
