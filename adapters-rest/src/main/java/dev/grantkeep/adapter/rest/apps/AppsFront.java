package dev.grantkeep.adapter.rest.apps;

import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.CommonCodes;
import dev.grantkeep.adapter.rest.front.FrontEndpoint;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.page.Page;
import dev.grantkeep.adapter.rest.page.Pages;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.apps.ChangeApp;
import dev.grantkeep.application.port.in.apps.CloseApps;
import dev.grantkeep.application.port.in.apps.FindAppsSession;
import dev.grantkeep.application.port.in.apps.GetAccess;
import dev.grantkeep.application.port.in.apps.GetApp;
import dev.grantkeep.application.port.in.apps.ListApps;
import dev.grantkeep.application.port.in.apps.OpenApps;
import dev.grantkeep.application.port.in.apps.RemoveApps;
import dev.grantkeep.application.port.in.service.GetService;
import dev.grantkeep.domain.apps.AppsSession;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Version;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pages on which a user looks after the applications that she let in. A link brings her here once; a cookie keeps her
 * for a quarter of an hour. What changes something is asked first, then sent as a form, then answered by a redirect.
 */
@FrontEndpoint
final class AppsFront {
    private static final String PATH = FrontEndpoint.SERVICE + "/apps";
    private static final int ON_A_PAGE = 20;
    private static final int LONGEST_SEARCH = 100;
    private static final Set<String> NOTICES =
            Set.of("narrowed", "ended", "removed", "cleared", "changed", "unchanged", "nothing_left");

    private final Gate gate;
    private final GetService getService;
    private final OpenApps openApps;
    private final FindAppsSession findSession;
    private final CloseApps closeApps;
    private final ListApps listApps;
    private final GetApp getApp;
    private final GetAccess getAccess;
    private final ChangeApp changeApp;
    private final RemoveApps removeApps;
    private final Clock clock;
    private final Pages pages;

    AppsFront(
            Gate gate,
            GetService getService,
            OpenApps openApps,
            FindAppsSession findSession,
            CloseApps closeApps,
            ListApps listApps,
            GetApp getApp,
            GetAccess getAccess,
            ChangeApp changeApp,
            RemoveApps removeApps,
            Clock clock,
            Pages pages) {
        this.gate = gate;
        this.getService = getService;
        this.openApps = openApps;
        this.findSession = findSession;
        this.closeApps = closeApps;
        this.listApps = listApps;
        this.getApp = getApp;
        this.getAccess = getAccess;
        this.changeApp = changeApp;
        this.removeApps = removeApps;
        this.clock = clock;
        this.pages = pages;
    }

    private interface Shown extends BiFunction<Visit, AppsSession, MutableHttpResponse<byte[]>> {}

    private interface OfApp {
        MutableHttpResponse<byte[]> answer(Visit visit, AppsSession session, ListApps.Entry entry);
    }

    /** What looks at a link without following it must not use it up: there is no HEAD. */
    @Get(uri = PATH, headRoute = false)
    HttpResponse<byte[]> list(HttpRequest<?> request, String serviceId) {
        return visited(
                request,
                serviceId,
                visit -> visit.has(Visit.TOKEN)
                        ? open(visit)
                        : inSession(visit, (same, session) -> list(same, session)));
    }

    @Get(PATH + "/app")
    HttpResponse<byte[]> app(HttpRequest<?> request, String serviceId) {
        return withApp(request, serviceId, (visit, session, entry) -> {
            visit.picture(entry.app().logo());
            return visit.show(
                    HttpStatus.OK,
                    "app",
                    "shown",
                    new AppsPage.Shown(AppView.of(entry, visit.service(), visit.texts()), notice(visit)));
        });
    }

    @Get(PATH + "/narrow")
    HttpResponse<byte[]> askToNarrow(HttpRequest<?> request, String serviceId) {
        return withApp(request, serviceId, this::askToNarrow);
    }

    @Get(PATH + "/end")
    HttpResponse<byte[]> askToEnd(HttpRequest<?> request, String serviceId) {
        return withApp(request, serviceId, (visit, session, entry) -> ask(visit, entry, "end"));
    }

    @Get(PATH + "/remove")
    HttpResponse<byte[]> askToRemove(HttpRequest<?> request, String serviceId) {
        return withApp(request, serviceId, (visit, session, entry) -> ask(visit, entry, "remove"));
    }

    @Get(PATH + "/clear")
    HttpResponse<byte[]> askToClear(HttpRequest<?> request, String serviceId) {
        return visited(request, serviceId, visit -> inSession(visit, this::askToClear));
    }

    @Get(PATH + "/brand.css")
    HttpResponse<byte[]> brand(HttpRequest<?> request, String serviceId) {
        return visited(request, serviceId, AppsFront::stylesheet);
    }

    @Post(PATH + "/narrow")
    HttpResponse<byte[]> narrow(HttpRequest<byte[]> request, String serviceId) {
        return changed(request, serviceId, visit -> new ChangeApp.Wish.Narrow(visit.kept()), "narrowed");
    }

    @Post(PATH + "/end")
    HttpResponse<byte[]> end(HttpRequest<byte[]> request, String serviceId) {
        return changed(request, serviceId, visit -> new ChangeApp.Wish.End(), "ended");
    }

    @Post(PATH + "/remove")
    HttpResponse<byte[]> remove(HttpRequest<byte[]> request, String serviceId) {
        return changed(request, serviceId, visit -> new ChangeApp.Wish.Remove(), "removed");
    }

    @Post(PATH + "/clear")
    HttpResponse<byte[]> clear(HttpRequest<byte[]> request, String serviceId) {
        return posted(request, serviceId, (visit, session) -> {
            removeApps.handle(new RemoveApps.Command(
                    visit.service(), session.subject(), Instant.ofEpochMilli(visit.number(Visit.SEEN))));
            return visit.redirect("?done=cleared");
        });
    }

    @Post(PATH + "/close")
    HttpResponse<byte[]> close(HttpRequest<byte[]> request, String serviceId) {
        return posted(request, serviceId, (visit, session) -> {
            closeApps.handle(new CloseApps.Command(session));
            return visit.advise(HttpStatus.OK, "left");
        });
    }

    private MutableHttpResponse<byte[]> open(Visit visit) {
        return openApps.handle(new OpenApps.Command(visit.service(), visit.parameter(Visit.TOKEN), visit.cookie()))
                .map(session -> visit.redirectWith(session.value()))
                .orElseGet(() -> visit.advise(HttpStatus.FORBIDDEN, "link"));
    }

    private MutableHttpResponse<byte[]> list(Visit visit, AppsSession session) {
        String words = visit.parameter("q");
        String search = words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
        int part = (int) Math.min(Math.max(visit.number("page"), 1), Integer.MAX_VALUE / ON_A_PAGE);
        var found = listApps.handle(new ListApps.Command(
                visit.service(),
                session.subject(),
                visit.texts().languages(),
                search,
                new Window((part - 1) * ON_A_PAGE, part * ON_A_PAGE)));
        int parts = Math.max(1, Math.ceilDiv(found.total(), ON_A_PAGE));
        if (part > parts) {
            return visit.redirect(query(search, parts));
        }
        List<AppsPage.Group> groups = found.items().stream()
                .map(group -> {
                    visit.picture(group.first().logo());
                    return new AppsPage.Group(group.entries().stream()
                            .map(entry -> AppView.of(entry, visit.service(), visit.texts()))
                            .toList());
                })
                .toList();
        return visit.show(
                HttpStatus.OK,
                "list",
                "listing",
                new AppsPage.Listing(
                        groups,
                        search,
                        part,
                        parts,
                        found.total(),
                        notice(visit),
                        part > 1 ? query(search, part - 1) : "",
                        part < parts ? query(search, part + 1) : ""));
    }

    private static String query(String search, int part) {
        return "?page=" + part + (search.isEmpty() ? "" : "&q=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
    }

    /** What has just happened, if it is one of what can. */
    private static String notice(Visit visit) {
        String done = visit.parameter("done");
        return NOTICES.contains(done) ? "notice." + done : "";
    }

    private MutableHttpResponse<byte[]> askToNarrow(Visit visit, AppsSession session, ListApps.Entry entry) {
        ScopeSet all = entry.access().scopes();
        ScopeSet left = entry.access().narrowedTo(visit.kept(), entry.app());
        if (left.isEmpty() || left.equals(all)) {
            return visit.redirect("/app?client=" + entry.app().client()
                    + (left.isEmpty() ? "&done=nothing_left" : "&done=unchanged"));
        }
        AppView app = AppView.of(entry, visit.service(), visit.texts());
        List<AppsPage.Field> fields = fields(app);
        left.forEach(scope -> fields.add(new AppsPage.Field(Visit.KEEP, scope.value())));
        return question(visit, "narrow", app, fields, all.minus(left), left, entry);
    }

    private MutableHttpResponse<byte[]> ask(Visit visit, ListApps.Entry entry, String what) {
        AppView app = AppView.of(entry, visit.service(), visit.texts());
        return question(visit, what, app, fields(app), ScopeSet.EMPTY, ScopeSet.EMPTY, entry);
    }

    private static List<AppsPage.Field> fields(AppView app) {
        return new ArrayList<>(List.of(
                new AppsPage.Field(Visit.CLIENT, app.id()), new AppsPage.Field(Visit.SEEN, Long.toString(app.seen()))));
    }

    private static MutableHttpResponse<byte[]> question(
            Visit visit,
            String what,
            AppView app,
            List<AppsPage.Field> fields,
            ScopeSet gone,
            ScopeSet left,
            ListApps.Entry entry) {
        Texts texts = visit.texts();
        return visit.show(
                HttpStatus.OK,
                "ask",
                "question",
                new AppsPage.Question(
                        texts.say("ask." + what + ".title", Texts.isolated(app.name())),
                        List.of(texts.say("ask." + what + ".what"), ends(texts, app.lingers())),
                        AppView.scopes(gone, entry.app(), visit.service(), texts),
                        AppView.scopes(left, entry.app(), visit.service(), texts),
                        what,
                        fields,
                        button(texts, what, app.lingers()),
                        "/app?client=" + app.id()));
    }

    private MutableHttpResponse<byte[]> askToClear(Visit visit, AppsSession session) {
        Texts texts = visit.texts();
        var lingers = getAccess
                .handle(new GetAccess.Command(visit.service(), session.subject()))
                .lingers();
        String life = lingers.isZero() ? "" : texts.life(lingers);
        return visit.show(
                HttpStatus.OK,
                "ask",
                "question",
                new AppsPage.Question(
                        texts.say("ask.clear.title"),
                        List.of(texts.say("ask.clear.what"), ends(texts, life)),
                        List.of(),
                        List.of(),
                        "clear",
                        List.of(new AppsPage.Field(
                                Visit.SEEN, Long.toString(clock.now().toEpochMilli()))),
                        button(texts, "clear", life),
                        ""));
    }

    /** When access really ends. */
    private static String ends(Texts texts, String lingers) {
        return lingers.isEmpty() ? texts.say("ends.now") : texts.say("ends.lingers", lingers);
    }

    private static String button(Texts texts, String what, String lingers) {
        String label = texts.say("ask." + what + ".button");
        return lingers.isEmpty() ? label : texts.say("button.lingers", label, lingers);
    }

    private static MutableHttpResponse<byte[]> stylesheet(Visit visit) {
        MutableHttpResponse<byte[]> response = HttpResponse.ok();
        @Nullable String color = visit.brand().color();
        String css = color == null
                ? ""
                : ":root{--brand:" + color + ";--on-brand:"
                        + visit.brand().letters().orElse("") + "}";
        return Reply.notStored(response.contentType("text/css;charset=utf-8")
                .header("X-Content-Type-Options", "nosniff")
                .body(css.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<byte[]> changed(
            HttpRequest<byte[]> request, String serviceId, Function<Visit, ChangeApp.Wish> wish, String done) {
        return posted(request, serviceId, (visit, session) -> {
            Optional<ClientId> client = visit.client();
            long seen = visit.number(Visit.SEEN);
            if (client.isEmpty() || seen == 0) {
                return visit.advise(HttpStatus.BAD_REQUEST, "malformed");
            }
            var command = new ChangeApp.Command(
                    visit.service(), session.subject(), client.get(), new Version(seen), wish.apply(visit));
            return switch (changeApp.handle(command)) {
                case DONE -> visit.redirect("?done=" + done);
                case CHANGED -> visit.redirect("?done=changed");
                case NOTHING_LEFT -> visit.redirect("/app?client=" + client.get() + "&done=nothing_left");
            };
        });
    }

    private HttpResponse<byte[]> withApp(HttpRequest<?> request, String serviceId, OfApp work) {
        return visited(
                request,
                serviceId,
                visit -> inSession(
                        visit,
                        (same, session) -> visit.client()
                                .flatMap(client -> getApp.handle(new GetApp.Command(
                                        visit.service(),
                                        session.subject(),
                                        client,
                                        visit.texts().languages())))
                                .map(entry -> work.answer(visit, session, entry))
                                .orElseGet(() -> visit.advise(HttpStatus.NOT_FOUND, "unknown"))));
    }

    private HttpResponse<byte[]> posted(HttpRequest<byte[]> request, String serviceId, Shown work) {
        return visited(
                request,
                serviceId,
                visit -> inSession(
                        visit,
                        (same, session) -> visit.isByOwnPage(Objects.requireNonNullElse(visit.cookie(), ""))
                                ? work.apply(visit, session)
                                : visit.advise(HttpStatus.FORBIDDEN, "forged")));
    }

    private MutableHttpResponse<byte[]> inSession(Visit visit, Shown work) {
        return Optional.ofNullable(visit.cookie())
                .flatMap(cookie -> findSession.handle(new FindAppsSession.Command(visit.service(), cookie)))
                .map(session -> work.apply(visit, session))
                .orElseGet(() -> visit.advise(HttpStatus.FORBIDDEN, "session"));
    }

    /** The pages are rare: their service is read as it is now. */
    private HttpResponse<byte[]> visited(
            HttpRequest<?> request, String serviceId, Function<Visit, MutableHttpResponse<byte[]>> work) {
        Call call = Call.of(request);
        AtomicReference<@Nullable MutableHttpResponse<byte[]>> page = new AtomicReference<>();
        Reply reply = gate.front(call, Call.serviceId(serviceId), copy -> {
            Optional<Visit> visit = getService
                    .handle(new GetService.Command(copy.id()))
                    .filter(service -> service.settings().front().enabled())
                    .flatMap(service -> visit(request, service));
            visit.ifPresent(made -> page.set(work.apply(made)));
            return visit.isPresent() ? Reply.noContent() : CommonCodes.PATH_UNKNOWN.reply(call.path());
        });
        MutableHttpResponse<byte[]> made = page.get();
        return made == null ? failure(request, reply.status()) : made;
    }

    private Optional<Visit> visit(HttpRequest<?> request, Service service) {
        return AppsAddress.of(service).map(address -> new Visit(request, service, address, pages));
    }

    private HttpResponse<byte[]> failure(HttpRequest<?> request, int status) {
        String key = switch (status) {
            case 400 -> "malformed";
            case 404 -> "nowhere";
            default -> "busy";
        };
        AppsPage page = new AppsPage(Visit.texts(request), "", "", "", false, "");
        MutableHttpResponse<byte[]> response = Page.withForms(
                HttpStatus.valueOf(status),
                pages.html("apps/advice", Map.of("page", page, "key", key)),
                List.of(),
                List.of());
        return status == HttpStatus.SERVICE_UNAVAILABLE.getCode()
                ? response.header(HttpHeaders.RETRY_AFTER, "1")
                : response;
    }
}
