package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.client.ClientJson;
import dev.grantkeep.adapter.rest.error.TokenCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.port.in.token.ListTokens;
import dev.grantkeep.application.port.out.TokenStatus;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.RefreshPart;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenRecord;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code auth/token/get/list}: token records of a service, a client, a subject or a pair. */
@Controller("/api")
@ExecuteOn(Gate.EXECUTOR)
final class TokenListController {
    private static final String PATH = "/auth/token/get/list";
    private static final String V3_PATH = "/{serviceId:[0-9]+}" + PATH;
    private static final int DEFAULT_END = 5;

    private final Gate gate;
    private final ListTokens listTokens;

    TokenListController(Gate gate, ListTokens listTokens) {
        this.gate = gate;
        this.listTokens = listTokens;
    }

    @Get(uris = {PATH, V3_PATH})
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.fresh(call, TokenCodes.LIST, service -> list(call, command(service, call.params())));
    }

    private static ListTokens.Command command(Service service, Params params) {
        String client = params.textOrNull("clientIdentifier");
        return new ListTokens.Command(
                service,
                client == null ? null : new ClientIdentifier(client),
                params.subjectOrNull("subject"),
                Objects.requireNonNullElse(params.name("tokenStatus", TokenStatus.class), TokenStatus.ALL),
                params.window(DEFAULT_END));
    }

    private Reply list(Call call, ListTokens.Command command) {
        return switch (listTokens.handle(command)) {
            case ListTokens.Listed listed -> Reply.ok(listed(call, command, listed));
            case ListTokens.Refused refused ->
                TokenCodes.LIST.refused(refused.why(), Objects.requireNonNull(command.client()), call.path());
        };
    }

    private static Members listed(Call call, ListTokens.Command command, ListTokens.Listed listed) {
        List<JsonNode> tokens =
                listed.tokens().items().stream().map(seen -> item(call, seen)).toList();
        Client client = listed.client();
        return Members.of(call.dialect(), "tokenListResponse")
                .number("start", command.window().start())
                .number("end", command.window().end())
                .number("totalCount", listed.tokens().total())
                .node(
                        "client",
                        client == null ? null : ClientJson.writeLimited(call.dialect(), client, command.service()))
                .text(
                        "subject",
                        command.subject() == null ? null : command.subject().value())
                .nodes("accessTokens", tokens.isEmpty() ? null : tokens);
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
