package dev.grantkeep.bootstrap.e2e;

import com.authlete.common.api.AuthleteApi;
import com.authlete.common.api.AuthleteApiFactory;
import com.authlete.common.conf.AuthleteSimpleConfiguration;
import com.authlete.common.dto.Service;

/** The official Java library, set up as its users do. */
final class Library {
    private Library() {}

    /** As the owner of services uses it. */
    static AuthleteApi owner(Stage stage) {
        return AuthleteApiFactory.create(configuration(stage)
                .setServiceApiKey("1")
                .setServiceAccessToken(stage.dialect() == Dialect.V3 ? RunningGrantkeep.OWNER_ACCESS_TOKEN : null));
    }

    /** As the authorization server of a service uses it. */
    static AuthleteApi of(Stage stage, Service service) {
        AuthleteSimpleConfiguration configuration =
                configuration(stage).setServiceApiKey(Long.toString(service.getApiKey()));
        return AuthleteApiFactory.create(
                stage.dialect() == Dialect.V3
                        ? configuration.setServiceAccessToken(service.getApiSecret())
                        : configuration.setServiceApiSecret(service.getApiSecret()));
    }

    /** As an authorization server uses it that has an access token in place of a key and secret. */
    static AuthleteApi byAccessToken(Stage stage, Service service) {
        return AuthleteApiFactory.create(new AuthleteSimpleConfiguration()
                .setApiVersion(stage.dialect().library().name())
                .setBaseUrl(WatchedPort.of(stage).toString())
                .setServiceApiKey(Long.toString(service.getApiKey()))
                .setServiceAccessToken(service.getApiSecret()));
    }

    private static AuthleteSimpleConfiguration configuration(Stage stage) {
        AuthleteSimpleConfiguration configuration = new AuthleteSimpleConfiguration()
                .setApiVersion(stage.dialect().library().name())
                .setBaseUrl(WatchedPort.of(stage).toString());
        return stage.dialect() == Dialect.V3
                ? configuration
                : configuration
                        .setServiceOwnerApiKey(RunningGrantkeep.OWNER_KEY)
                        .setServiceOwnerApiSecret(RunningGrantkeep.OWNER_SECRET);
    }
}
