package dev.grantkeep.adapter.rest.signal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;

/**
 * Is told of every call. It must be quick and must not throw; whatever it shows of a request or answer must not be secret,
 * and of a path only the pattern.
 */
public interface CallWatch {
    /** A request has come. Called before anything is done for it. */
    default void began(CallSignal call, HttpRequest<?> request) {}

    /** It is answered, or as good as. Called once at most; never if the caller has gone away. */
    void ended(CallSignal call, HttpRequest<?> request, HttpResponse<?> response);
}
