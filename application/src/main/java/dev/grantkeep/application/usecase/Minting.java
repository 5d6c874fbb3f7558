package dev.grantkeep.application.usecase;

import dev.grantkeep.domain.token.Minted;

/** What became of an order of a token. */
public sealed interface Minting {
    /** There is none, and nothing was stored. */
    sealed interface Undone extends Minting {}

    /** It is there, and stored if that was asked for. */
    record Done(Minted minted) implements Minting {}

    /** A chosen value is in use. */
    record ValueTaken() implements Undone {}

    /**
     * The service wants a JWT that cannot be made.
     *
     * @param why a sentence that names the setting at fault; may be shown to the owner of the service
     */
    record Impossible(String why) implements Undone {}
}
