package dev.grantkeep.domain.apps;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Members;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AppTest {
    private static final Languages NONE = new Languages(List.of());

    private static App app(Object... members) {
        return appOf(1, NONE, members);
    }

    private static App appOf(long id, Languages languages, Object... members) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            tree.put((String) members[i], members[i + 1]);
        }
        Client like = Samples.client();
        return App.of(
                new Client(
                        new ClientId(id),
                        like.service(),
                        like.number(),
                        like.secret(),
                        new ClientSettings(Members.of(tree), Set.of()),
                        false,
                        like.generation(),
                        NOW,
                        NOW,
                        like.version()),
                languages);
    }

    @ParameterizedTest
    @CsvSource({"de, Laden", "de-CH, Lädeli", "de-AT, Laden", "fr, Shop", "es fr de, Laden", "en, Shop", "DE-ch, Lädeli"
    })
    void isCalledInTheBestLanguageThatThereIs(String languages, String name) {
        Languages preferred = new Languages(List.of(languages.split(" ")).stream()
                .map(Locale::forLanguageTag)
                .toList());
        assertThat(appOf(
                                1,
                                preferred,
                                "clientName",
                                "Shop",
                                "clientNames",
                                List.of(
                                        Map.of("tag", "de", "value", "Laden"),
                                        Map.of("tag", "de-CH", "value", "Lädeli"),
                                        Map.of("tag", "en", "value", " "),
                                        Map.of("tag", "", "value", "None")))
                        .name())
                .isEqualTo(name);
    }

    @Test
    void hasANameOfAnyLanguageRatherThanNone() {
        assertThat(app("clientNames", List.of(Map.of("tag", "ja", "value", "店")))
                        .name())
                .isEqualTo("店");
        assertThat(app().name()).isEmpty();
    }

    @Test
    void hasANameOfOneLineThatFits() {
        assertThat(app("clientName", " a\n\u0000b\t c ").name()).isEqualTo("a b c");
        String smile = "\uD83D\uDE00";
        assertThat(app("clientName", smile.repeat(81)).name()).isEqualTo(smile.repeat(79) + "…");
        assertThat(app("clientName", smile.repeat(80)).name()).isEqualTo(smile.repeat(80));
    }

    @Test
    void isVerifiedUnlessItRegisteredItself() {
        assertThat(app().verified()).isTrue();
        assertThat(app("dynamicallyRegistered", true).verified()).isFalse();
        assertThat(app("automaticallyRegistered", true).verified()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.example/l",
                "javascript:x",
                "https:///l",
                "https://u@a.example/",
                "https://[::1]/",
                "https://a.example/ x",
                "//a.example/l"
            })
    void hasNoLogoThatCouldDoHarm(String logo) {
        assertThat(app("logoUri", logo).logo()).isNull();
    }

    @Test
    void hasALogoIfTheOwnerMadeIt() {
        assertThat(app("logoUri", "https://a.example/l").logo()).hasToString("https://a.example/l");
        assertThat(app("logoUri", "https://a.example/l", "dynamicallyRegistered", true)
                        .logo())
                .isNull();
    }

    @Test
    void saysWhereItLeads() {
        assertThat(app("redirectUris", List.of("https://A.example/1", "https://a.example/2", "com.example.app:/cb"))
                        .destinations())
                .containsExactly("a.example", "com.example.app:");
    }

    @Test
    void isGroupedWithItsLikesAlone() {
        List<String> cb = List.of("https://a.example/cb");
        App one = appOf(1, NONE, "clientName", "b", "redirectUris", cb);
        App two = appOf(2, NONE, "clientName", "b", "redirectUris", cb);
        App unverified = appOf(3, NONE, "clientName", "b", "redirectUris", cb, "dynamicallyRegistered", true);
        App elsewhere = appOf(4, NONE, "clientName", "b", "redirectUris", List.of("https://b.example/cb"));
        App other = appOf(5, NONE, "clientName", "A", "redirectUris", cb);
        App nameless = appOf(6, NONE, "redirectUris", cb);
        App namelessToo = appOf(7, NONE, "redirectUris", cb);
        App nowhere = appOf(8, NONE, "clientName", "c");
        App nowhereToo = appOf(9, NONE, "clientName", "c");
        assertThat(AppGroup.of(List.of(
                                one, unverified, two, elsewhere, other, nameless, namelessToo, nowhere, nowhereToo))
                        .stream()
                        .map(AppGroup::apps))
                .containsExactly(
                        List.of(nameless),
                        List.of(namelessToo),
                        List.of(other),
                        List.of(one, two),
                        List.of(unverified),
                        List.of(elsewhere),
                        List.of(nowhere),
                        List.of(nowhereToo));
    }

    @Test
    void keepsTheScopesWithoutWhichItDoesNotWork() {
        App app = app("attributes", List.of(Map.of("key", App.REQUIRED_SCOPES, "value", "read  email")));
        assertThat(app.required()).isEqualTo(ScopeSet.of("read", "email"));
        Access access = new Access(ScopeSet.of("read", "write", "pay"), NOW, NOW, false, Duration.ZERO);
        assertThat(access.narrowedTo(ScopeSet.of("pay", "other"), app)).isEqualTo(ScopeSet.of("read", "pay"));
        assertThat(access.narrowedTo(ScopeSet.EMPTY, app)).isEqualTo(ScopeSet.of("read"));
    }

    @Test
    void requiresNothingByWordsThatAreNoScopes() {
        assertThat(app("attributes", List.of(Map.of("key", App.REQUIRED_SCOPES, "value", "re\"ad")))
                        .required())
                .isEqualTo(ScopeSet.EMPTY);
    }

    @Test
    void hasTheAccessThatItsLiveTokensGiveTogether() {
        Service service = Samples.service();
        GrantHead head = Samples.head();
        GrantHead other = head.revoke(new Generation(99), NOW).state();
        TokenRecord read = Samples.token(service, "read");
        Access access = Access.of(
                List.of(Samples.inContext(read, head), Samples.inContext(Samples.token(service, "write"), other)),
                service,
                NOW);
        assertThat(access.scopes()).isEqualTo(ScopeSet.of("read"));
        assertThat(access.since()).isEqualTo(read.createdAt());
        assertThat(access.lastUsed()).isEqualTo(read.lastUsedAt());
        assertThat(access.lasting()).isTrue();
        assertThat(access.lingers()).isZero();
    }

    @Test
    void hasNoAccessOnceItsTokensAreOver() {
        Service service = Samples.service();
        TokenInContext token = Samples.inContext(Samples.token(service, "read"), Samples.head());
        Access over = Access.of(List.of(token), service, NOW.plus(Duration.ofDays(365)));
        assertThat(over.isNone()).isTrue();
        assertThat(over.scopes()).isEqualTo(ScopeSet.EMPTY);
        assertThat(over.lasting()).isFalse();
    }
}
