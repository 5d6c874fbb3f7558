package dev.grantkeep.domain.token;

import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Version;

/** What a token needs to know of its client; the version tells whether a copy of the settings is current. */
public record ClientState(Generation generation, boolean locked, Version version) {}
