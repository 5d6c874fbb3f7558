package dev.grantkeep.application.port.out.remote;

import java.time.Instant;

/**
 * A copy of a document.
 *
 * @param address the one that was asked for, wherever that led
 * @param text decoded from UTF-8
 * @param fetchedAt when the copy was made
 * @param freshUntil until when it stands for the document, without the instant itself
 */
public record RemoteDocument(DocumentAddress address, String text, Instant fetchedAt, Instant freshUntil)
        implements Fetched {
    public RemoteDocument {
        if (!freshUntil.isAfter(fetchedAt)) {
            throw new IllegalArgumentException("a copy lives for a while");
        }
    }

    /** Also not if the clock was set back to before it was made. */
    public boolean isFresh(Instant now) {
        return !now.isBefore(fetchedAt) && now.isBefore(freshUntil);
    }

    /** Its text may be long, and nobody's business. */
    @Override
    public String toString() {
        return "RemoteDocument[" + address.value() + ", fetched " + fetchedAt + ", fresh until " + freshUntil + "]";
    }
}
