package dev.grantkeep.application.usecase;

import dev.grantkeep.domain.token.Minted;

/** What became of an order of a token. */
public sealed interface Minting {
    /** It is stored. */
    record Done(Minted minted) implements Minting {}

    /** A chosen value is in use; nothing was stored. */
    record ValueTaken() implements Minting {}

    /**
     * The service wants a JWT that cannot be made; nothing was stored.
     *
     * @param why a sentence that names the setting at fault; may be shown to the owner of the service
     */
    record Impossible(String why) implements Minting {}
}
