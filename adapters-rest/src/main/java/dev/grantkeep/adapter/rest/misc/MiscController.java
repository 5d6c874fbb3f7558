package dev.grantkeep.adapter.rest.misc;

import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.Group;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Reply;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Collection;

/** Calls that anybody may make and that touch no data. */
@Controller("/api")
final class MiscController {
    private static final Group FAMILY = new Group("002");

    private final Gate gate;

    MiscController(Gate gate) {
        this.gate = gate;
    }

    /** Answers with its own query parameters. */
    @Get(uris = {"/misc/echo", "/{serviceId:[0-9]+}/misc/echo"})
    HttpResponse<byte[]> echo(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.open(call, FAMILY, () -> {
            Members members = new Members();
            call.params().sent().forEach(members::node);
            return Reply.ok(members);
        });
    }

    /** Says that the process answers; whether the store does is what {@code /health} says. 3.0 documents plain text. */
    @Get(
            uris = {"/lifecycle/healthcheck", "/{serviceId:[0-9]+}/lifecycle/healthcheck"},
            produces = {MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    HttpResponse<byte[]> healthcheck(HttpRequest<?> request) {
        return wantsText(request)
                ? Reply.text("OK")
                : gate.open(Call.of(request), FAMILY, () -> Reply.ok(new Members().text("status", "UP")));
    }

    private static boolean wantsText(HttpRequest<?> request) {
        Collection<MediaType> accepted = request.accept();
        return accepted.contains(MediaType.TEXT_PLAIN_TYPE) && !accepted.contains(MediaType.APPLICATION_JSON_TYPE);
    }
}
