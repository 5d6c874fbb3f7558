package dev.grantkeep.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.grantkeep.application.document.ClientMembers;
import dev.grantkeep.application.document.ServiceMembers;
import dev.grantkeep.application.port.in.authorization.StartAuthorization;
import dev.grantkeep.application.port.in.client.CreateClient;
import dev.grantkeep.application.port.in.service.CreateService;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.DocumentKind;
import dev.grantkeep.application.port.out.remote.Fetched;
import dev.grantkeep.application.port.out.remote.RemoteDocument;
import dev.grantkeep.application.port.out.remote.RemoteDocuments;
import dev.grantkeep.application.port.out.remote.Unreachable;
import dev.grantkeep.application.port.out.remote.Unreachable.Reason;
import dev.grantkeep.domain.authorization.AuthorizationRefusal;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.InvalidMember;
import dev.grantkeep.domain.value.Members;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteDocumentsTest {
    @TempDir
    Path directory;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publish("/keys", "{\"keys\":[]}");
        publish("/sector", "[\"https://a.example.com/cb\", \"https://b.example.com/cb\"]");
        server.start();
    }

    private void publish(String path, String text) {
        server.createContext(path, exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private DocumentAddress keys() {
        return new DocumentAddress("http://localhost:" + server.getAddress().getPort() + "/keys");
    }

    private Fetched fetched(DocumentAddress address, String allowInner) {
        Map<String, Object> settings = TestSettings.in(directory, "grantkeep.outbound.allow-inner", allowInner);
        try (Grantkeep grantkeep = Grantkeep.start(settings)) {
            return grantkeep.context().getBean(RemoteDocuments.class).fetch(address, DocumentKind.KEY_SET);
        }
    }

    @Test
    void areFetchedFromInnerAddressesWhereTheseAreAllowed() {
        assertThat(fetched(keys(), "true"))
                .isInstanceOfSatisfying(
                        RemoteDocument.class,
                        document -> assertThat(document.text()).isEqualTo("{\"keys\":[]}"));
    }

    @Test
    void sayWhichRedirectUrisAreOfASector() {
        String sector = keys().value().replace("/keys", "/sector");
        try (Grantkeep grantkeep =
                Grantkeep.start(TestSettings.in(directory, "grantkeep.outbound.allow-inner", "true"))) {
            Service service = grantkeep
                    .context()
                    .getBean(CreateService.class)
                    .handle(new CreateService.Command(ServiceMembers.settings(Members.NONE)));
            CreateClient create = grantkeep.context().getBean(CreateClient.class);
            assertThat(create.handle(pairwise(service, sector, "https://a.example.com/cb", "https://b.example.com/cb")))
                    .isInstanceOf(CreateClient.Created.class);
            assertThatExceptionOfType(InvalidMember.class)
                    .isThrownBy(() -> create.handle(pairwise(service, sector, "https://c.example.com/cb")))
                    .withMessageContaining("does not hold 'https://c.example.com/cb'");
        }
    }

    /** RFC 9101 section 5.2: signed by no key that is published, it is fetched and refused; elsewhere it is not fetched. */
    @Test
    void areTheRequestObjectsOfClients() {
        String object = keys().value().replace("/keys", "/object");
        String redirect = keys().value().replace("/keys", "/moved");
        AtomicInteger fetches = new AtomicInteger();
        server.createContext("/object", exchange -> {
            fetches.incrementAndGet();
            byte[] body = "eyJhbGciOiJub25lIn0.e30.".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", object);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        publish("/huge", "x".repeat(300_000));
        Members registered = Members.of(
                Map.of("requestUris", List.of(object, redirect, keys().value().replace("/keys", "/huge"))));
        assertThat(refusal(registered, object, "true")).isEqualTo(AuthorizationRefusal.REQUEST_OBJECT_NOT_SIGNED);
        assertThat(fetches).hasValue(1);
        assertThat(refusal(registered, object + "x", "true")).isEqualTo(AuthorizationRefusal.REQUEST_URI_INVALID);
        assertThat(refusal(registered, redirect, "true")).isEqualTo(AuthorizationRefusal.REQUEST_URI_UNREACHABLE);
        assertThat(refusal(registered, keys().value().replace("/keys", "/huge"), "true"))
                .isEqualTo(AuthorizationRefusal.REQUEST_URI_UNREACHABLE);
        assertThat(refusal(registered, object, "false")).isEqualTo(AuthorizationRefusal.REQUEST_URI_UNREACHABLE);
        assertThat(fetches).hasValue(1);
    }

    private AuthorizationRefusal refusal(Members ofClient, String requestUri, String allowInner) {
        Map<String, Object> settings = TestSettings.in(directory, "grantkeep.outbound.allow-inner", allowInner);
        try (Grantkeep grantkeep = Grantkeep.start(settings)) {
            Service service = grantkeep
                    .context()
                    .getBean(CreateService.class)
                    .handle(new CreateService.Command(ServiceMembers.settings(Members.NONE)));
            CreateClient.Created created = (CreateClient.Created) grantkeep
                    .context()
                    .getBean(CreateClient.class)
                    .handle(new CreateClient.Command(service, ClientMembers.settings(ofClient)));
            Parameters parameters = new Parameters(Map.of(
                    "client_id", List.of(created.client().id().toString()),
                    "request_uri", List.of(requestUri)));
            StartAuthorization.Result result = grantkeep
                    .context()
                    .getBean(StartAuthorization.class)
                    .handle(new StartAuthorization.Command(service, parameters, null));
            return ((StartAuthorization.Refused) result).why();
        }
    }

    private static CreateClient.Command pairwise(Service service, String sector, String... redirectUris) {
        return new CreateClient.Command(
                service,
                ClientMembers.settings(Members.of(Map.of(
                        "subjectType",
                        "PAIRWISE",
                        "sectorIdentifierUri",
                        sector,
                        "redirectUris",
                        List.of(redirectUris)))));
    }

    @Test
    void areNotFetchedFromThereOtherwise() {
        DocumentAddress encrypted = new DocumentAddress(keys().value().replace("http:", "https:"));
        assertThat(fetched(keys(), "false")).isEqualTo(new Unreachable(keys(), Reason.UNENCRYPTED));
        assertThat(fetched(encrypted, "false")).isEqualTo(new Unreachable(encrypted, Reason.NOT_PUBLIC));
    }
}
