package dev.grantkeep.application.port.out.key;

import dev.grantkeep.domain.value.Members;

/** What a message is found to be. */
public sealed interface SignatureCheck {
    /** The signature is right. */
    record Verified(JoseHeader header, Members claims) implements SignatureCheck {}

    record Refused(JoseFault fault) implements SignatureCheck {}
}
