package dev.grantkeep.domain.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedirectUriTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example.org/cb",
                "https://client.example.org/cb?a=b%20c",
                "com.example.app:/cb",
                "http://127.0.0.1/cb",
                "http://[::1]:8080/cb"
            })
    void isAnAbsoluteUri(String text) {
        assertThat(new RedirectUri(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/cb",
                "client.example.org/cb",
                "https://a/b c",
                "https://a/#",
                "https://a/#x",
                "https://a/%zz",
                "ht tp://a"
            })
    void isNothingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RedirectUri(text));
    }

    @Test
    void hasAtMost2000Characters() {
        String start = "https://a/";
        assertThat(new RedirectUri(start + "x".repeat(1_990)).value()).hasSize(2_000);
        assertThatIllegalArgumentException().isThrownBy(() -> new RedirectUri(start + "x".repeat(1_991)));
    }

    @Test
    void isComparedCharacterForCharacter() {
        RedirectUri uri = new RedirectUri("https://client.example.org/cb");
        assertThat(uri.matches("https://client.example.org/cb", false)).isTrue();
        assertThat(uri.matches("https://client.example.org/cb/", false)).isFalse();
        assertThat(uri.matches("https://client.example.org/cb?", false)).isFalse();
        assertThat(uri.matches("https://CLIENT.example.org/cb", false)).isFalse();
        assertThat(uri.matches("https://client.example.org:443/cb", true)).isFalse();
    }

    @Test
    void aLoopbackPortMayVaryWhereTheServiceAllowsIt() {
        for (String host : new String[] {"localhost", "127.0.0.1", "[::1]"}) {
            RedirectUri uri = new RedirectUri("http://" + host + "/cb?x=1");
            assertThat(uri.matches("http://" + host + ":51004/cb?x=1", true)).isTrue();
            assertThat(uri.matches("http://" + host + ":51004/cb?x=1", false)).isFalse();
            assertThat(uri.matches("http://" + host + "/cb?x=1", true)).isTrue();
        }
        assertThat(new RedirectUri("http://127.0.0.1:80/cb").matches("http://127.0.0.1:81/cb", true))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:5/other",
                "http://127.0.0.1:5/cb?x=1",
                "http://127.0.0.1:5/cb#x",
                "https://127.0.0.1:5/cb",
                "http://127.0.0.2:5/cb",
                "http://[::1]:5/cb",
                "http://user@127.0.0.1:5/cb",
                "http://127.0.0.1.evil.example:5/cb",
                "http://127.0.0.1:5/c b",
                "http:127.0.0.1/cb",
                "http://127.0.0.1:5:6/cb",
                "http://127.0.0.1:5/cb#null",
                "http://127.0.0.1:5/cb#",
                "http://127.0.0.1:5/cb?null",
                "http://127.0.0.1:5/cb?",
                "http://null@127.0.0.1:5/cb",
                "http://@127.0.0.1:5/cb",
                "http://127.0.0.1:0/cb",
                "http://127.0.0.1:05/cb",
                "http://127.0.0.1:-1/cb",
                "http://127.0.0.1:65536/cb",
                "http://127.0.0.1:99999/cb",
                "http://127.0.0.1:/cb",
                "http://127.0.0.1:5/cb\n",
                "HTTP://127.0.0.1:5/cb",
                "http://localhost:5/cb",
                "http://127.0.0.1:5",
                ""
            })
    void onlyTheLoopbackPortMayVary(String asked) {
        assertThat(new RedirectUri("http://127.0.0.1/cb").matches(asked, true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost.example.org/cb",
                "https://localhost/cb",
                "https://127.0.0.1/cb",
                "http://user@127.0.0.1/cb",
                "http://127.0.0.2/cb",
                "http://client.example.org/cb"
            })
    void otherHostsAndSchemesAreNotLoopback(String registered) {
        RedirectUri uri = new RedirectUri(registered);
        assertThat(uri.matches(registered.replace("/cb", ":5/cb"), true)).isFalse();
    }

    @Test
    void theLastPortIs65535() {
        assertThat(new RedirectUri("http://localhost").matches("http://localhost:65535", true))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example.org/cb",
                "http://localhost/cb",
                "http://127.0.0.1:8080",
                "http://[::1]/cb?x=1",
                "https://client.example.org:65535/cb",
                "https://client.example.org:/cb",
                "https://[2001:db8::1]:8443/cb",
                "https://my_host.example.org/cb",
                "com.example.app:/cb",
                "com.example.app:cb",
                "myapp://cb",
                "exp+app://cb",
                "urn:ietf:wg:oauth:2.0:oob"
            })
    void isSafeIfAResponseComesToTheClientAlone(String uri) {
        assertThat(new RedirectUri(uri).isSafe()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://client.example.org/cb",
                "HTTP://client.example.org/cb",
                "http://127.0.0.1.example.org/cb",
                "http://localhost@example.org/cb",
                "http://user@localhost/cb",
                "http://10.0.0.1/cb",
                "blob:https://client.example.org/1",
                "BLOB:https://client.example.org/1",
                "filesystem:https://client.example.org/1",
                "feed:https://client.example.org/1",
                "view-source:https://client.example.org/1",
                "file:///tmp/1",
                "ftp://client.example.org/1",
                "ws://client.example.org/1",
                "https:foo",
                "https:/foo",
                "https:///x",
                "https://:443/x",
                "https://user@/x",
                "https://client.example.org:99999/x",
                "https://client.example.org:65536/x",
                "https://client.example.org:0/x",
                "gopher://client.example.org/x",
                "telnet://client.example.org/x",
                "tel:+123",
                "sms:+123",
                "mhtml:https://client.example.org/x",
                "RES://client.example.org/x"
            })
    void isNotSafeOtherwise(String uri) {
        assertThat(new RedirectUri(uri).isSafe()).isFalse();
    }
}
