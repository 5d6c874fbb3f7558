package dev.grantkeep.application.port.out.key;

import dev.grantkeep.domain.value.Members;

/** What a message says it is; nothing is verified. */
public sealed interface JoseReading {
    /** A JWT with a signature, which may be wrong. */
    record Signed(JoseHeader header, Members claims) implements JoseReading {}

    /** A JWT that says that it has no signature, and has none. */
    record Unsecured(JoseHeader header, Members claims) implements JoseReading {}

    record Encrypted(JoseHeader header) implements JoseReading {}

    record Refused(JoseFault fault) implements JoseReading {}
}
