package dev.grantkeep.benchmark.floor;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What the floor is told.
 *
 * @param authorization the Authorization header of every request
 * @param introspectionBytes how long the answer to an introspection is
 * @param issueBytes how long the answer to client_credentials is
 * @param refreshBytes how long the answer to a refresh is
 * @param codeBytes how long the answer to a code is
 * @param pushBytes how long the answer to a pushed authorization request is
 * @param requestBytes how long the answer to a signed authorization request is
 * @param jwtBytes how long the answer to client_credentials is whose access token is a JWT
 */
@ConfigurationProperties("floor")
record FloorSettings(
        String authorization,
        @Bindable(defaultValue = "0") int introspectionBytes,
        @Bindable(defaultValue = "0") int issueBytes,
        @Bindable(defaultValue = "0") int refreshBytes,
        @Bindable(defaultValue = "0") int codeBytes,
        @Bindable(defaultValue = "0") int pushBytes,
        @Bindable(defaultValue = "0") int requestBytes,
        @Bindable(defaultValue = "0") int jwtBytes) {}
