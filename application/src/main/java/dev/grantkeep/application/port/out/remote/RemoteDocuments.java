package dev.grantkeep.application.port.out.remote;

/**
 * Fetches documents whose addresses clients have named, and keeps copies. A fetch is bounded in time, size and redirects,
 * and never reaches inward: an address that leads to loopback, private, link-local or other addresses that are not of the
 * public internet is {@link Unreachable}, and so is one that is not encrypted. A setting can allow inner addresses, and
 * with them, but nowhere else, plain http.
 *
 * <p>{@link Remembered} has the rules of what is kept. Threads that want the same document at the same time share one fetch.
 * It never takes longer than the deadline of the call, and never throws because of what others do.
 */
public interface RemoteDocuments {
    /** The copy if it is fresh, else the document as it is now, else an older copy if only an outage is in the way. */
    Fetched fetch(DocumentAddress address, DocumentKind kind);

    /**
     * A newer copy than one that did not do, such as a key set without the wanted key. It is fetched at most once a minute
     * whoever asks; in between, and if that fails, the answer is that of {@link #fetch}, which may be the same copy.
     */
    Fetched fetchNewer(RemoteDocument unfit, DocumentKind kind);
}
