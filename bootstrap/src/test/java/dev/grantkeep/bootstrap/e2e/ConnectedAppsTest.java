package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A user looks after the applications that she let in, on pages of the ready front. */
@OnEveryStore
final class ConnectedAppsTest {
    private final Tenant tenant;
    private final String apps;
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    ConnectedAppsTest(Stage stage) {
        tenant = stage.tenant();
        String issuer = stage.app().uri() + "/oauth/" + tenant.id();
        apps = issuer + "/apps";
        tenant.change("issuer", issuer, "attributes", List.of(Json.map("key", "grantkeep.front", "value", "true")));
    }

    @Test
    void takesBackWhatSheGaveStepByStep() throws Exception {
        OAuthClient shop = tenant.client("clientName", "A shop");
        OAuthClient mail = tenant.client("clientName", "A mail reader");
        Tokens atShop = shop.tokens("anna", "read write");
        Tokens atMail = mail.tokens("anna", "read");
        Tokens ofBerta = shop.tokens("berta", "read write");

        String link = tenant.api()
                .post("self_service/token", "subject", "anna")
                .does("OK")
                .text("link");
        HttpResponse<String> opened = get(link);
        assertThat(opened.uri()).isEqualTo(URI.create(apps));
        assertThat(opened.body()).contains("2 apps", "<bdi>A shop</bdi>", "<bdi>A mail reader</bdi>");
        assertThat(get(link).body()).contains("This link does not work any more");

        String less = get(apps + "/narrow?client=" + shop.id() + "&keep=read").body();
        assertThat(post("/narrow", less).body()).contains("The app may do less now.");
        assertThat(tenant.scopesOf(atShop.access())).containsExactly("read");
        assertThat(tenant.scopesOf(ofBerta.access())).containsExactlyInAnyOrder("read", "write");

        String end = get(apps + "/end?client=" + shop.id()).body();
        assertThat(post("/end", end).body())
                .contains("Access was ended.", "One app")
                .doesNotContain("A shop");
        assertThat(tenant.works(atShop.access())).isFalse();
        shop.refresh(atShop.refresh()).does("BAD_REQUEST");

        Tokens again = shop.tokens("anna", "write");
        assertThat(post("/end", end).body()).contains("Nothing was done");
        assertThat(tenant.works(again.access())).isTrue();

        assertThat(post("/clear", get(apps + "/clear").body()).body()).contains("No app has access");
        assertThat(tenant.works(again.access())).isFalse();
        assertThat(tenant.works(atMail.access())).isFalse();
        assertThat(tenant.works(ofBerta.access())).isTrue();
        assertThat(tenant.clientsOf("anna")).isEmpty();
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends the first form of the page. */
    private HttpResponse<String> post(String deed, String page) throws IOException, InterruptedException {
        Matcher form = Pattern.compile("(?s)<form method=\"post\"(.*?)</form>").matcher(page);
        assertThat(form.find()).as(page).isTrue();
        Matcher field = Pattern.compile("name=\"(\\w+)\" value=\"([^\"]*)\"").matcher(form.group(1));
        List<String> pairs = new ArrayList<>();
        while (field.find()) {
            pairs.add(field.group(1) + "=" + URLEncoder.encode(field.group(2), StandardCharsets.UTF_8));
        }
        URI uri = URI.create(apps);
        return browser.send(
                HttpRequest.newBuilder(URI.create(apps + deed))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", uri.getScheme() + "://" + uri.getAuthority())
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
