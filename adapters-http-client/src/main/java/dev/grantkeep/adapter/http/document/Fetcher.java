package dev.grantkeep.adapter.http.document;

import dev.grantkeep.adapter.http.connection.Answer;
import dev.grantkeep.adapter.http.connection.CannotBeHad;
import dev.grantkeep.adapter.http.connection.GuardedClient;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.Deadline;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.DocumentKind;
import dev.grantkeep.application.port.out.remote.Fetched;
import dev.grantkeep.application.port.out.remote.RemoteDocument;
import dev.grantkeep.application.port.out.remote.Unreachable;
import dev.grantkeep.application.port.out.remote.Unreachable.Reason;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches one document, wherever redirects lead. Each address on the way is guarded like the first. */
final class Fetcher {
    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

    /** Those that lead to where the document is (RFC 9110 section 15.4). */
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final GuardedClient client;
    private final Clock clock;

    Fetcher(GuardedClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    Fetched fetch(DocumentAddress address, DocumentKind kind, Deadline deadline) {
        try {
            Answer answer = followed(address, kind, deadline);
            Instant now = clock.now();
            return new RemoteDocument(
                    address, text(answer), now, now.plus(kind.life(ToldLife.of(answer.headers(), now))));
        } catch (CannotBeHad e) {
            LOG.debug("the document at {} cannot be had", address.value(), e);
            return new Unreachable(address, e.reason());
        }
    }

    private Answer followed(DocumentAddress address, DocumentKind kind, Deadline deadline) throws CannotBeHad {
        DocumentAddress at = address;
        for (int redirects = 0; redirects <= kind.redirects(); redirects++) {
            Answer answer = client.get(at, kind, deadline);
            if (answer.status().equals(HttpResponseStatus.OK)) {
                return answer;
            }
            at = next(at, answer);
        }
        throw new CannotBeHad(Reason.REDIRECTED);
    }

    private static DocumentAddress next(DocumentAddress at, Answer answer) throws CannotBeHad {
        if (!REDIRECTS.contains(answer.status().code())) {
            throw new CannotBeHad(Reason.REFUSED);
        }
        try {
            DocumentAddress next = at.follow(answer.headers().get(HttpHeaderNames.LOCATION, ""));
            if (next.isEncrypted() || !at.isEncrypted()) {
                return next;
            }
        } catch (IllegalArgumentException e) {
            throw new CannotBeHad(Reason.REDIRECTED, e);
        }
        throw new CannotBeHad(Reason.REDIRECTED);
    }

    private static String text(Answer answer) throws CannotBeHad {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(answer.body()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CannotBeHad(Reason.MALFORMED, e);
        }
    }
}
