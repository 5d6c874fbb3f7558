package dev.grantkeep.application.usecase.service;

import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.port.in.service.GetKeySet;
import dev.grantkeep.application.port.out.key.KeySetReading;
import dev.grantkeep.application.port.out.key.KeySets;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.key.Keys;
import dev.grantkeep.domain.key.KeySet;

/** Reads the set of a service. */
@Wired
public final class GetKeySetHandler implements GetKeySet {
    private final Keys keys;
    private final KeySets keySets;

    public GetKeySetHandler(Keys keys, KeySets keySets) {
        this.keys = keys;
        this.keySets = keySets;
    }

    @Override
    public Result handle(Command command) {
        return keys.registered(command.service())
                .<Result>map(reading -> switch (reading) {
                    case KeySetReading.Refused refused -> new Unreadable(refused.reason());
                    case KeySetReading.Read read -> new Found(text(read.set(), command.withSecrets()));
                })
                .orElseGet(None::new);
    }

    private String text(KeySet set, boolean withSecrets) {
        return withSecrets ? set.text() : JsonText.write(keySets.publicPart(set).tree());
    }
}
