package dev.grantkeep.benchmark.floor;

import dev.grantkeep.benchmark.floor.FloorTable.Token;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Answers what Grantkeep answers, with the least of work: one statement, or two for a refresh, and a signature where
 * there is one. */
@Controller("/api/auth")
@ExecuteOn("floor")
final class FloorController {
    private static final long DAY = 86_400_000;
    private static final long CLIENT = 1;
    private static final String SCOPES = "read write";
    private static final String REFRESH = "grant_type=refresh_token&refresh_token=";
    private static final String CODE = "grant_type=authorization_code&code=";

    private final FloorTable table;
    private final byte[] authorization;
    private final Padding introspection;
    private final Padding issue;
    private final Padding refresh;
    private final Padding code;
    private final Padding jwt;
    private final Padding push;
    private final Padding request;
    private final FloorSigner idTokens = FloorSigner.es256();
    private final FloorSigner accessTokens = FloorSigner.rs256();
    private final FloorVerifier requests = FloorVerifier.es256();

    FloorController(FloorTable table, FloorSettings settings, ObjectMapper mapper) {
        this.table = table;
        authorization = settings.authorization().getBytes(StandardCharsets.UTF_8);
        introspection = new Padding(mapper, settings.introspectionBytes());
        issue = new Padding(mapper, settings.issueBytes());
        refresh = new Padding(mapper, settings.refreshBytes());
        code = new Padding(mapper, settings.codeBytes());
        jwt = new Padding(mapper, settings.jwtBytes());
        push = new Padding(mapper, settings.pushBytes());
        request = new Padding(mapper, settings.requestBytes());
    }

    /** One look-up by hash. */
    @Post("/introspection")
    HttpResponse<TokenAnswer> introspect(@Header("Authorization") String presented, @Body TokenQuestion question) {
        if (!isRight(presented)) {
            return HttpResponse.unauthorized();
        }
        Token token = table.find(TokenValues.hash(question.token()));
        return token == null
                ? HttpResponse.notFound()
                : HttpResponse.ok(introspection.pad(answer(null, null, null, token)));
    }

    /** One insert. */
    @Post("/token")
    HttpResponse<TokenAnswer> issue(@Header("Authorization") String presented, @Body IssueQuestion question) {
        if (!isRight(presented) || !question.parameters().startsWith("grant_type=client_credentials")) {
            return HttpResponse.unauthorized();
        }
        String value = TokenValues.fresh();
        Token token = new Token(System.currentTimeMillis() + DAY, CLIENT, null, SCOPES);
        table.add(TokenValues.hash(value), token);
        return HttpResponse.ok(issue.pad(answer(value, null, null, token)));
    }

    /** One look-up by hash, and one update on condition that the hash is still there. */
    @Post("/refresh")
    HttpResponse<TokenAnswer> refresh(@Header("Authorization") String presented, @Body IssueQuestion question) {
        if (!isRight(presented) || !question.parameters().startsWith(REFRESH)) {
            return HttpResponse.unauthorized();
        }
        byte[] old = TokenValues.hash(question.parameters().substring(REFRESH.length()));
        Token token = table.findRefresh(old);
        if (token == null || token.expiresAt() < System.currentTimeMillis()) {
            return HttpResponse.notFound();
        }
        String access = TokenValues.fresh();
        String next = TokenValues.fresh();
        return table.rotate(
                        old, TokenValues.hash(next), TokenValues.hash(access), System.currentTimeMillis() + 10 * DAY)
                ? HttpResponse.ok(refresh.pad(answer(access, next, null, token)))
                : HttpResponse.notFound();
    }

    /** One insert, and one signature of the access token. */
    @Post("/jwt")
    HttpResponse<TokenAnswer> jwt(@Header("Authorization") String presented, @Body IssueQuestion question) {
        if (!isRight(presented) || !question.parameters().startsWith("grant_type=client_credentials")) {
            return HttpResponse.unauthorized();
        }
        String value = TokenValues.fresh();
        Token token = new Token(System.currentTimeMillis() + DAY, CLIENT, null, SCOPES);
        table.add(TokenValues.hash(value), token);
        return HttpResponse.ok(jwt.pad(answer(accessTokens.accessToken(value, token), null, null, token)));
    }

    /** One insert, and one signature of an ID token. */
    @Post("/code")
    HttpResponse<TokenAnswer> code(@Header("Authorization") String presented, @Body IssueQuestion question) {
        if (!isRight(presented) || !question.parameters().startsWith(CODE)) {
            return HttpResponse.unauthorized();
        }
        String access = TokenValues.fresh();
        String refreshToken = TokenValues.fresh();
        Token token = new Token(System.currentTimeMillis() + DAY, CLIENT, "a-000000001", SCOPES);
        table.add(TokenValues.hash(access), token);
        return HttpResponse.ok(code.pad(answer(access, refreshToken, idTokens.idToken(token), token)));
    }

    /** One insert. */
    @Post("/push")
    HttpResponse<TokenAnswer> push(@Header("Authorization") String presented, @Body IssueQuestion question) {
        return isRight(presented) && question.parameters().contains("response_type=code")
                ? HttpResponse.ok(push.pad(kept()))
                : HttpResponse.unauthorized();
    }

    /** The check of one signature, and one insert. */
    @Post("/request")
    HttpResponse<TokenAnswer> request(@Header("Authorization") String presented, @Body IssueQuestion question) {
        return isRight(presented) && question.parameters().contains("request=") && requests.isGood()
                ? HttpResponse.ok(request.pad(kept()))
                : HttpResponse.unauthorized();
    }

    /** A value by which something is kept for ten minutes. */
    private TokenAnswer kept() {
        String value = TokenValues.fresh();
        Token token = new Token(System.currentTimeMillis() + DAY / 144, CLIENT, null, SCOPES);
        table.add(TokenValues.hash(value), token);
        return answer(value, null, null, token);
    }

    private static TokenAnswer answer(
            @Nullable String access, @Nullable String refresh, @Nullable String idToken, Token token) {
        return new TokenAnswer(
                access, refresh, idToken, token.expiresAt(), token.clientId(), token.subject(), token.scopes(), "");
    }

    private boolean isRight(String presented) {
        return MessageDigest.isEqual(authorization, presented.getBytes(StandardCharsets.UTF_8));
    }
}
