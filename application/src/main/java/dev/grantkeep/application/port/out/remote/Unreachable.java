package dev.grantkeep.application.port.out.remote;

/**
 * There is no document to be had at the address. That is the fault of whoever named the address, who may be told.
 *
 * @param address the one that was asked for
 */
public record Unreachable(DocumentAddress address, Reason reason) implements Fetched {
    /** One sentence that says which address and why, and nothing of what an inner network answered. */
    public String message() {
        return "The document at " + address.value() + " " + clause() + ".";
    }

    /** The same, as it goes on from the name of the document. */
    public String clause() {
        return "cannot be had: " + reason.clause;
    }

    /** Why. Whether an inner name or address exists cannot be told from it. */
    public enum Reason {
        /** The name is not known, or one of its addresses is an inner one. */
        NOT_PUBLIC("its host has no public address", true),
        UNENCRYPTED("it is not https", false),
        NO_CONNECTION("its server cannot be reached, or ends the connection", true),
        UNTRUSTED("no trusted TLS connection to its server can be made", true),
        TOO_SLOW("its server takes too long", true),
        TOO_LARGE("it is too large", false),
        /** A redirect that is one too many, leads to plain http or leads to no address of a document. */
        REDIRECTED("its server redirects to where is not followed", false),
        /** A status other than 200, without a fault of the server's. */
        REFUSED("its server does not answer with the status 200", false),
        /** A status of 500 or above, or 429. */
        FAILING("its server has failed, or is overloaded", true),
        /** No HTTP, compressed though nobody asked for that, or no UTF-8. */
        MALFORMED("its server's answer is not uncompressed UTF-8 text by HTTP", false),
        /** All that goes wrong with inner addresses where they are allowed. */
        INNER("its server is an inner one, of which nothing is told", true),
        BUSY("too many documents are being fetched", true);

        private final String clause;
        private final boolean outage;

        Reason(String clause, boolean outage) {
            this.clause = clause;
            this.outage = outage;
        }

        /** Whether it says nothing about the document itself, so that an older copy may go on standing for it. */
        public boolean isOutage() {
            return outage;
        }
    }
}
