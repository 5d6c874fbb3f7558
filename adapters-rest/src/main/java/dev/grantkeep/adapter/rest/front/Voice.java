package dev.grantkeep.adapter.rest.front;

import dev.grantkeep.adapter.rest.message.Reply;
import io.micronaut.http.MutableHttpResponse;

/** In which form errors are told: to a client as JSON, to a person as a page. */
interface Voice {
    /** The request is malformed. */
    MutableHttpResponse<byte[]> refusal(Refusal refusal);

    /**
     * The API did not get as far as an action.
     *
     * @param reply an envelope with another status than 200
     */
    MutableHttpResponse<byte[]> failure(Reply reply);
}
