package dev.grantkeep.application.usecase.service;

import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.port.in.service.GetKeySet;
import dev.grantkeep.application.port.out.key.KeySetReading;
import dev.grantkeep.application.port.out.key.KeySets;
import dev.grantkeep.application.usecase.Wired;
import org.jspecify.annotations.Nullable;

/** Reads the set of a service. */
@Wired
public final class GetKeySetHandler implements GetKeySet {
    private final KeySets keySets;

    public GetKeySetHandler(KeySets keySets) {
        this.keySets = keySets;
    }

    @Override
    public Result handle(Command command) {
        @Nullable String text = command.service().settings().jwks();
        if (text == null) {
            return new None();
        }
        return switch (keySets.read(text)) {
            case KeySetReading.Refused refused -> new Unreadable(refused.reason());
            case KeySetReading.Read read ->
                new Found(
                        command.withSecrets()
                                ? text
                                : JsonText.write(keySets.publicPart(read.set()).tree()));
        };
    }
}
