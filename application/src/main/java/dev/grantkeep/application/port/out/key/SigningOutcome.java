package dev.grantkeep.application.port.out.key;

/** What became of a {@link SigningOrder}. */
public sealed interface SigningOutcome {
    /** @param compact the JWT */
    record Signed(String compact) implements SigningOutcome {
        @Override
        public String toString() {
            return "Signed[hidden]";
        }
    }

    /**
     * There is no key for the algorithm.
     *
     * @param what a sentence that names the setting at fault; may be shown to the owner of the service
     */
    record NoKey(String what) implements SigningOutcome {}

    /**
     * A member of the header that was to be added has no value that RFC 7515 allows there.
     *
     * @param what a sentence
     */
    record BadHeader(String what) implements SigningOutcome {}
}
