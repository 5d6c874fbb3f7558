package dev.grantkeep.adapter.rest.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.authorization.ResponseMode;
import dev.grantkeep.domain.authorization.ResponseTarget;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthorizationResponseTest {
    /** RFC 6749 section 4.1.2. */
    @Test
    void aCodeGoesIntoTheQuery() {
        assertThat(respond(
                        "https://client.example.com/cb",
                        ResponseMode.QUERY,
                        "code",
                        "SplxlOBeZQQYbYS6WxSbIA",
                        "state",
                        "xyz"))
                .isEqualTo("https://client.example.com/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz");
    }

    /** RFC 6749 section 4.1.2.1. */
    @Test
    void anErrorGoesIntoTheQuery() {
        assertThat(respond(
                        "https://client.example.com/cb", ResponseMode.QUERY, "error", "access_denied", "state", "xyz"))
                .isEqualTo("https://client.example.com/cb?error=access_denied&state=xyz");
    }

    @Test
    void aQueryThatIsThereIsContinued() {
        assertThat(respond("https://c.example/cb?a=b", ResponseMode.QUERY, "code", "1"))
                .isEqualTo("https://c.example/cb?a=b&code=1");
        assertThat(respond("https://c.example/cb?", ResponseMode.QUERY, "code", "1"))
                .isEqualTo("https://c.example/cb?code=1");
        assertThat(respond("https://c.example/cb?a=b&", ResponseMode.QUERY, "code", "1"))
                .isEqualTo("https://c.example/cb?a=b&code=1");
    }

    @Test
    void aTokenGoesIntoTheFragment() {
        assertThat(respond("https://c.example/cb?a=b", ResponseMode.FRAGMENT, "access_token", "x", "scope", ""))
                .isEqualTo("https://c.example/cb?a=b#access_token=x&scope=");
    }

    @Test
    void nothingToSayAddsNothing() {
        assertThat(respond("https://c.example/cb", ResponseMode.QUERY)).isEqualTo("https://c.example/cb");
    }

    @Test
    void everyLocationIsALegalUri() {
        String location = respond(
                "com.example.app:/\u00fc",
                ResponseMode.FRAGMENT,
                "state",
                "a b&c=d#e%\"<\u20ac\r\n",
                "scope",
                "read write");
        assertThat(location)
                .isEqualTo("com.example.app:/%C3%BC#state=a+b%26c%3Dd%23e%25%22%3C%E2%82%AC%0D%0A&scope=read+write");
        assertThat(URI.create(location).toASCIIString()).isEqualTo(location);
    }

    /** OAuth 2.0 Form Post Response Mode, section 2. */
    @Test
    void aFormPostsItself() {
        AuthorizationResponse response = AuthorizationResponse.of(
                new ResponseTarget("https://client.example.org/callback", true, ResponseMode.FORM_POST, null),
                parameters("state", "DcP7csa3hMlvybERqcieLHrRzKBra", "code", "x"));
        assertThat(response.form()).isTrue();
        assertThat(response.content())
                .contains("<form method=\"post\" action=\"https://client.example.org/callback\">")
                .contains("<input type=\"hidden\" name=\"state\" value=\"DcP7csa3hMlvybERqcieLHrRzKBra\">")
                .contains("<input type=\"hidden\" name=\"code\" value=\"x\">");
    }

    @Test
    void aFormHasAButtonForThoseWhoRunNoScript() {
        assertThat(form("state", "s"))
                .contains("<input type=\"submit\" value=\"Continue\">")
                .doesNotContain("noscript", "hidden>", "style");
    }

    /** Content Security Policy Level 3, section 6.7.3.3: what stands between the tags, and nothing else, is hashed. */
    @Test
    void aFormPassesAPolicyThatNamesItsOneScriptByItsHash() throws Exception {
        for (String page : List.of(form("state", "s"), form("submit", "x", "code", "<script>"))) {
            assertThat(page.split("<script>", -1)).hasSize(2);
            assertThat(page).doesNotContainPattern("\\son[a-z]+=");
            String script = page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>"));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            assertThat("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'")
                    .isEqualTo(FormPostPage.SCRIPT_HASH);
        }
        assertThat(Files.readString(Path.of("../docs/adr/0030-where-an-answer-goes-and-what-it-may-say.md")))
                .contains(FormPostPage.SCRIPT_HASH);
    }

    private static String form(String... parameters) {
        ResponseTarget target = new ResponseTarget("https://c.example/cb", true, ResponseMode.FORM_POST, null);
        return AuthorizationResponse.of(target, parameters(parameters)).content();
    }

    @Test
    void aFormLetsNoValueOut() {
        AuthorizationResponse response = AuthorizationResponse.of(
                new ResponseTarget("https://c.example/cb?a=1&b='2'", true, ResponseMode.FORM_POST, null),
                parameters("state", "\"><script>alert('1')</script>&amp;"));
        assertThat(response.content())
                .contains("action=\"https://c.example/cb?a=1&amp;b=&#39;2&#39;\"")
                .contains("value=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;\"")
                .doesNotContain("<script>alert");
    }

    private static String respond(String redirectUri, ResponseMode mode, String... parameters) {
        return AuthorizationResponse.of(new ResponseTarget(redirectUri, true, mode, null), parameters(parameters))
                .content();
    }

    private static Map<String, String> parameters(String... namesAndValues) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }
}
