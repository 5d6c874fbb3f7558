package dev.grantkeep.adapter.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.front.FrontEndpoint;
import dev.grantkeep.adapter.rest.testing.RestServer;
import io.micronaut.context.BeanContext;
import io.micronaut.http.annotation.Controller;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EndpointTest {
    private static final Map<String, BeanDefinition<?>> CONTROLLERS = controllers();
    private static final Set<String> WITHOUT_DATA = Set.of("MiscController", "DescriptionController", "DocsController");

    @Test
    void everyControllerButThoseOfCallsWithoutDataIsAnEndpoint() {
        assertThat(CONTROLLERS)
                .hasSizeGreaterThan(15)
                .allSatisfy((name, controller) -> assertThat(controller.hasStereotype(Endpoint.class)
                                || controller.hasStereotype(FrontEndpoint.class))
                        .isNotEqualTo(WITHOUT_DATA.contains(name)));
    }

    @Test
    void noEndpointWorksOnTheThreadsThatRead() {
        assertThat(executors("TokenController")).containsOnly(Gate.EXECUTOR);
        assertThat(executors("ClientController")).containsOnly(Gate.SETTINGS_EXECUTOR);
        CONTROLLERS.keySet().stream()
                .filter(name -> !name.equals("MiscController"))
                .forEach(name -> assertThat(executors(name)).isSubsetOf(Gate.EXECUTOR, Gate.SETTINGS_EXECUTOR));
    }

    private static Collection<String> executors(String controller) {
        return CONTROLLERS.get(controller).getExecutableMethods().stream()
                .map(EndpointTest::executor)
                .collect(Collectors.toSet());
    }

    private static String executor(ExecutableMethod<?, ?> method) {
        return method.stringValue(ExecuteOn.class).orElse("none");
    }

    private static Map<String, BeanDefinition<?>> controllers() {
        return RestServer.shared()
                .bean(BeanContext.class)
                .getBeanDefinitions(Object.class, Qualifiers.byStereotype(Controller.class))
                .stream()
                .filter(controller -> controller.getBeanType().getName().startsWith("dev.grantkeep."))
                .collect(Collectors.toMap(
                        controller -> controller.getBeanType().getSimpleName(), controller -> controller));
    }
}
