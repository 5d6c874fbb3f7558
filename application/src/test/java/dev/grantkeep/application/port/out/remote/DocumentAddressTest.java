package dev.grantkeep.application.port.out.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example",
                "HTTPS://client.example:8443/keys?a=b",
                "https://203.0.113.1/keys",
                "https://[2001:db8::1]/keys",
                "https://[::ffff:10.0.0.1]/keys",
                "https://10a.example/0177/",
                "http://localhost:8080/keys"
            })
    void isAUriWithAHost(String text) {
        assertThat(new DocumentAddress(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "client.example/keys",
                "/keys",
                "ftp://client.example/keys",
                "file:///etc/passwd",
                "jar:https://client.example/a!/b",
                "https:/keys",
                "https:keys",
                "https:///keys",
                "https://user@client.example/keys",
                "https://user:password@client.example/keys",
                "https://@client.example/keys",
                "https://client.example\\@10.0.0.1/keys",
                "https://client.example/keys#1",
                "https://client.example/keys#",
                "https://client.example:0/keys",
                "https://client.example:65536/keys",
                "https://client.example:-1/keys",
                "https://client.example/ keys",
                "https://client.example/\r\nHost: other",
                "https://client.example\u0000.other.example/",
                "https://clïent.example/keys"
            })
    void isNothingElse(String text) {
        assertThatThrownBy(() -> new DocumentAddress(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("an address of a document ");
    }

    /** What one takes for a name, another takes for 127.0.0.1. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0x7f000001",
                "017700000001",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "127.0.0.01",
                "127.1",
                "127.0.1",
                "0",
                "name.0x7f000001",
                "127.0.0.1.",
                "0x7f000001.",
                "[fe80::1%25eth0]",
                "[fe80::1%eth0]",
                "[::127.0.0.1%1]",
                "①②⑦.0.0.1",
                "127。0。0。1"
            })
    void hasNoAmbiguousSpellingOfAnIpAddress(String host) {
        assertThatThrownBy(() -> new DocumentAddress("https://" + host + "/keys"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasAtMostTwoThousandCharacters() {
        String start = "https://client.example/";
        String longest = start + "a".repeat(DocumentAddress.MAX_LENGTH - start.length());
        assertThat(new DocumentAddress(longest).value()).hasSize(DocumentAddress.MAX_LENGTH);
        assertThatThrownBy(() -> new DocumentAddress(longest + "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://Client.example,             client.example, 443,  Client.example,       /",
        "https://client.example:443/keys?,   client.example, 443,  client.example,       /keys?",
        "https://client.example:8443?a=b,    client.example, 8443, client.example:8443,  /?a=b",
        "http://client.example/ä,            client.example, 80,   client.example,       /%C3%A4",
        "https://[2001:DB8::1]/keys,         2001:db8::1,    443,  [2001:DB8::1],        /keys"
    })
    void hasTheParts(String text, String host, int port, String authority, String target) {
        DocumentAddress address = new DocumentAddress(text);
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
        assertThat(address.authority()).isEqualTo(authority);
        assertThat(address.target()).isEqualTo(target);
        assertThat(address.isEncrypted()).isEqualTo(text.startsWith("https"));
    }

    @Nested
    class Follow {
        private final DocumentAddress address = new DocumentAddress("https://client.example/a/keys?b");

        @ParameterizedTest
        @CsvSource({
            "https://other.example/keys, https://other.example/keys",
            "//other.example/keys,       https://other.example/keys",
            "/keys,                      https://client.example/keys",
            "keys2,                      https://client.example/a/keys2",
            "?c,                         https://client.example/a/keys?c"
        })
        void leadsToAnotherAddress(String location, String expected) {
            assertThat(address.follow(location)).isEqualTo(new DocumentAddress(expected));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"file:///etc/passwd", "https://user@other.example/", "https://2130706433/", "", " ", "#a"})
        void leadsToNothingElse(String location) {
            assertThatThrownBy(() -> address.follow(location)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
