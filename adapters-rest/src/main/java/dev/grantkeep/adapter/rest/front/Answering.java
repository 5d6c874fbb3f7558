package dev.grantkeep.adapter.rest.front;

import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Makes the call of the API that a request stands for, and lets its outcome be told as HTTP. */
@Singleton
final class Answering {
    private static final int LEAST_ERROR = 400;

    private final Gate gate;

    Answering(Gate gate) {
        this.gate = gate;
    }

    /** One call of the API, as a front end makes it. */
    @FunctionalInterface
    interface Work {
        Reply answer(Service service, Params params, Answers answers);
    }

    /**
     * @param params what the call is made with
     * @param told what the client gets when the API answered; what kept it from answering is told by the voice
     */
    HttpResponse<byte[]> answer(
            FrontCall call,
            Function<FrontCall, Params> params,
            Work work,
            Voice voice,
            Function<Outcome, MutableHttpResponse<byte[]>> told) {
        try {
            Params read = params.apply(call);
            return answer(
                    call,
                    service -> work.answer(service, read, new Answers(call.call(), "front")),
                    voice,
                    (Reply reply) -> told.apply(Outcome.of(reply)));
        } catch (Refusal refusal) {
            return voice.refusal(refusal);
        }
    }

    /** The same for a call whose answer is no action. */
    HttpResponse<byte[]> answer(
            FrontCall call,
            Function<Service, Reply> work,
            Voice voice,
            Function<Reply, MutableHttpResponse<byte[]>> told) {
        Reply reply = gate.front(call.call(), call.service(), work);
        return reply.status() < LEAST_ERROR ? told.apply(reply) : voice.failure(reply);
    }
}
