package dev.grantkeep.bootstrap.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/auth/introspection                              | false | auth/introspection                  | v2
            /api/{serviceId:[0-9]+}/auth/introspection           | true  | auth/introspection                  | v3
            /api/{serviceId:[0-9]+}/client/get/{+client}         | false | client/get                          | v3
            /api/client/granted_scopes/get/{client}/{+subject}   | false | client/granted_scopes/get           | v2
            /api/service/create                                  | false | service/create                      | v2
            /api/service/create                                  | true  | service/create                      | v3
            /api/{serviceId:[0-9]+}/service/get                  | false | service/get                         | v3
            /api/client/get/list                                 | true  | client/get/list                     | v2
            /oauth/{serviceId:[0-9]+}/token                      | false | oauth/token                         | front
            /.well-known/openid-configuration/oauth/{serviceId:[0-9]+} | false | .well-known/openid-configuration/oauth | front
            /health{/selector}                                   | false | health                              | none
            /prometheus                                          | false | prometheus                          | none
            """)
    void isThePathWithoutWhatVaries(String template, boolean token, String endpoint, String dialect) {
        assertThat(Route.of(template, token)).isEqualTo(new Route(endpoint, dialect));
    }
}
