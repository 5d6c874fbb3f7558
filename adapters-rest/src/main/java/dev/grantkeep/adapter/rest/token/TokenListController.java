package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.client.ClientJson;
import dev.grantkeep.adapter.rest.error.ApiFailure;
import dev.grantkeep.adapter.rest.error.TokenCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.message.Lists;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.in.token.ListTokens;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.RefreshPart;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenStatus;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.tree.JsonNode;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code auth/token/get/list}: token records of a service, a client, a subject or a pair. */
@Endpoint(executor = Gate.SETTINGS_EXECUTOR)
final class TokenListController {
    private static final String PATH = "/auth/token/get/list";
    private static final int DEFAULT_END = 5;
    private static final int FIRST_READ = 50;

    private final Gate gate;
    private final Lists lists;
    private final ListTokens listTokens;

    TokenListController(Gate gate, Lists lists, ListTokens listTokens) {
        this.gate = gate;
        this.lists = lists;
        this.listTokens = listTokens;
    }

    @Get(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.fresh(call, TokenCodes.LIST, service -> list(call, service));
    }

    private static ListTokens.Command command(Service service, Params params, Window window) {
        String client = params.text("clientIdentifier");
        return new ListTokens.Command(
                service,
                client == null ? null : new ClientIdentifier(client),
                params.subjectOrNull("subject"),
                Objects.requireNonNullElse(params.name("tokenStatus", TokenStatus.class), TokenStatus.ALL),
                window);
    }

    private Reply list(Call call, Service service) {
        Params params = call.params();
        Window window = params.window(DEFAULT_END);
        Reading reading = new Reading(call, part -> command(service, params, part));
        Lists.Entries tokens = lists.write(window, FIRST_READ, reading::read, seen -> item(call, seen));
        Members members = Members.of(call.dialect(), "tokenListResponse")
                .number("start", window.start())
                .number("end", window.end())
                .number("totalCount", tokens.total())
                .node(
                        "client",
                        reading.client == null
                                ? null
                                : ClientJson.writeLimited(call.dialect(), reading.client, service))
                .text("subject", params.text("subject"));
        return tokens.size() == 0 ? Reply.ok(members) : Reply.ok(members, "accessTokens", tokens);
    }

    /** Reads a window in parts, and remembers the client that it is asked for. */
    private final class Reading {
        private final Call call;
        private final Function<Window, ListTokens.Command> commands;
        private @Nullable Client client;

        Reading(Call call, Function<Window, ListTokens.Command> commands) {
            this.call = call;
            this.commands = commands;
        }

        Page<TokenInContext> read(Window part) {
            ListTokens.Command command = commands.apply(part);
            switch (listTokens.handle(command)) {
                case ListTokens.Listed listed -> {
                    client = listed.client();
                    return listed.tokens();
                }
                case ListTokens.Refused refused ->
                    throw new ApiFailure(TokenCodes.LIST.refused(
                            refused.why(), Objects.requireNonNull(command.client()), call.path()));
            }
        }
    }

    private static JsonNode item(Call call, TokenInContext seen) {
        TokenRecord token = seen.token();
        Members item = new Members()
                .text("accessTokenHash", token.access().hash().value())
                .instant("accessTokenExpiresAt", token.access().expiresAt())
                .instant("createdAt", token.createdAt())
                .number(
                        "lastRefreshedAt",
                        token.lastRefreshedAt() == null
                                ? 0
                                : token.lastRefreshedAt().toEpochMilli())
                .number("clientId", token.client().value())
                .text(
                        "subject",
                        token.subject() == null ? null : token.subject().value())
                .name("grantType", token.grantType())
                .texts("scopes", seen.scopes().toStrings())
                .nodes("properties", TokenJson.properties(token.properties()));
        addRefresh(item, call, seen, token.refresh());
        return item.build();
    }

    private static void addRefresh(Members item, Call call, TokenInContext seen, @Nullable RefreshPart refresh) {
        if (refresh == null) {
            return;
        }
        item.text("refreshTokenHash", refresh.hash().value()).instant("refreshTokenExpiresAt", refresh.expiresAt());
        if (call.dialect() == Dialect.V3) {
            item.texts("refreshTokenScopes", seen.refreshScopes().toStrings());
        }
    }
}
