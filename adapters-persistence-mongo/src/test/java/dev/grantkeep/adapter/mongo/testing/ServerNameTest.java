package dev.grantkeep.adapter.mongo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.Test;

final class ServerNameTest {
    @Test
    void mongoDbIsNamedByItsVersion() {
        assertThat(ServerName.of(Document.parse("{version: '8.0.4', ok: 1.0}"))).isEqualTo("version 8.0.4");
    }

    @Test
    void ferretDbIsNotTakenForMongoDb() {
        assertThat(ServerName.of(
                        Document.parse("{version: '7.0.77', ferretdb: {version: 'v2.5.0', package: 'docker'}}")))
                .isEqualTo("FerretDB v2.5.0, which is not MongoDB and speaks as its version 7.0.77");
        assertThat(ServerName.of(Document.parse("{version: '7.0.77', ferretdb: {}}")))
                .startsWith("FerretDB");
    }
}
