package dev.grantkeep.adapter.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.error.Group;
import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.port.Deadline;
import dev.grantkeep.application.port.StoreRefused;
import dev.grantkeep.application.port.StoreUnavailable;
import dev.grantkeep.application.port.in.Contended;
import dev.grantkeep.application.port.in.StaleSettings;
import dev.grantkeep.application.port.in.service.RecallService;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.Secret;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Group FAMILY = new Group("999");

    private final Service old =
            Services.aService().withSecret(new Secret("old")).build();
    private final Service current = Services.aService()
            .withId(old.id())
            .withSecret(new Secret("new"))
            .withVersion(2)
            .build();
    private final CopiesOfServices snapshots = new CopiesOfServices();
    private final Gate gate = new Gate(
            command -> Optional.of(current).filter(service -> service.id().equals(command.id())),
            command -> Optional.empty(),
            snapshots,
            new OwnerCredentials("owner", new Secret("secret"), new Secret("token")));

    @Nested
    class Snapshot {
        @Test
        void copyIsEnoughWhileItIsCurrent() {
            HttpResponse<byte[]> response = gate.snapshot(call("old"), FAMILY, GateTest::versionOf);

            assertThat(text(response)).isEqualTo("{\"version\":1}");
            assertThat(snapshots.forgotten).isEmpty();
        }

        @Test
        void staleCopyIsForgottenAndTheCallRepeated() {
            List<Service> seen = new ArrayList<>();
            HttpResponse<byte[]> response = gate.snapshot(callOfOwner(), FAMILY, service -> {
                seen.add(service);
                if (service.equals(old)) {
                    throw new StaleSettings(service.id());
                }
                return versionOf(service);
            });

            assertThat(text(response)).isEqualTo("{\"version\":2}");
            assertThat(seen).containsExactly(old, current);
        }

        @Test
        void credentialsAreCheckedAgainstTheCurrentSettingsToo() {
            HttpResponse<byte[]> response = gate.snapshot(call("old"), FAMILY, service -> {
                throw new StaleSettings(service.id());
            });

            assertThat(response.code()).isEqualTo(401);
        }

        @Test
        void newSecretWorksAtOnce() {
            assertThat(text(gate.snapshot(call("new"), FAMILY, GateTest::versionOf)))
                    .isEqualTo("{\"version\":2}");
        }

        @Test
        void wrongSecretIs401() {
            assertThat(gate.snapshot(call("wrong"), FAMILY, GateTest::versionOf).code())
                    .isEqualTo(401);
        }

        @Test
        void settingsThatNeverComeToRestAre503() {
            List<Service> seen = new ArrayList<>();
            HttpResponse<byte[]> response = gate.snapshot(callOfOwner(), FAMILY, service -> {
                seen.add(service);
                throw new StaleSettings(service.id());
            });

            assertThat(response.code()).isEqualTo(503);
            assertThat(seen).hasSize(5);
        }
    }

    @Nested
    class Failures {
        @Test
        void badRequestIsWordedByTheFamily() {
            assertThat(text(gate.fresh(call("new"), FAMILY, failing(new BadRequest("Because.")))))
                    .isEqualTo("{\"resultCode\":\"A999201\",\"resultMessage\":\"[A999201] Because.\"}");
        }

        @Test
        void storeThatCannotAnswerIs503() {
            assertThat(gate.fresh(call("new"), FAMILY, failing(new StoreUnavailable("down", new IOException())))
                            .code())
                    .isEqualTo(503);
        }

        @Test
        void storeThatRefusesIs500() {
            assertThat(gate.fresh(call("new"), FAMILY, failing(new StoreRefused("wrong", new IOException())))
                            .code())
                    .isEqualTo(500);
        }

        @Test
        void callThatHasNoTimeLeftIsNotBegunAndMayBeTriedAgain() {
            Deadline.passed().hold(() -> {
                HttpResponse<byte[]> response = gate.fresh(call("new"), FAMILY, failing(new AssertionError("begun")));

                assertThat(response.code()).isEqualTo(503);
                assertThat(response.header("Retry-After")).isEqualTo("1");
                assertThat(text(response)).contains("A001104");
            });
        }

        @Test
        void contentionIs503() {
            assertThat(gate.fresh(call("new"), FAMILY, failing(new Contended())).code())
                    .isEqualTo(503);
        }

        @Test
        void theUnexpectedIs500WithoutDetails() {
            HttpResponse<byte[]> response =
                    gate.fresh(call("new"), FAMILY, failing(new IllegalStateException("a detail")));

            assertThat(response.code()).isEqualTo(500);
            assertThat(text(response))
                    .isEqualTo("{\"resultCode\":\"A001101\","
                            + "\"resultMessage\":\"[A001101] /auth/introspection, Grantkeep server error.\"}");
        }
    }

    private Call call(String secret) {
        return Call.of(
                HttpRequest.GET("/api/auth/introspection").basicAuth(old.id().toString(), secret));
    }

    private Call callOfOwner() {
        return Call.of(
                HttpRequest.GET("/api/" + old.id() + "/auth/introspection").bearerAuth("token"));
    }

    private static Reply versionOf(Service service) {
        return Reply.ok(new Members().number("version", service.version().value()));
    }

    private static Function<Service, Reply> failing(RuntimeException failure) {
        return service -> {
            throw failure;
        };
    }

    private static Function<Service, Reply> failing(AssertionError failure) {
        return service -> {
            throw failure;
        };
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** Keeps the old copy until it is recalled anew. */
    private final class CopiesOfServices implements RecallService {
        private final List<ServiceId> forgotten = new ArrayList<>();

        @Override
        public Optional<Service> handle(Command command) {
            if (command.anew()) {
                forgotten.add(command.id());
            }
            return Optional.of(forgotten.contains(command.id()) ? current : old)
                    .filter(service -> service.id().equals(command.id()));
        }
    }
}
