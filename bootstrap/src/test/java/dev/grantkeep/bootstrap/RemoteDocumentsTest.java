package dev.grantkeep.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.grantkeep.application.document.ClientMembers;
import dev.grantkeep.application.document.ServiceMembers;
import dev.grantkeep.application.port.in.client.CreateClient;
import dev.grantkeep.application.port.in.service.CreateService;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.DocumentKind;
import dev.grantkeep.application.port.out.remote.Fetched;
import dev.grantkeep.application.port.out.remote.RemoteDocument;
import dev.grantkeep.application.port.out.remote.RemoteDocuments;
import dev.grantkeep.application.port.out.remote.Unreachable;
import dev.grantkeep.application.port.out.remote.Unreachable.Reason;
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
