package dev.grantkeep.application.memory;

import dev.grantkeep.application.contract.SignaturesContract;
import dev.grantkeep.application.port.out.key.JoseMessages;
import dev.grantkeep.application.port.out.key.KeySets;
import dev.grantkeep.application.port.out.key.Signatures;

class Es256JoseTest extends SignaturesContract {
    private final Es256Jose jose = new Es256Jose();

    @Override
    protected KeySets keySets() {
        return jose;
    }

    @Override
    protected Signatures signatures() {
        return jose;
    }

    @Override
    protected JoseMessages messages() {
        return new DecodedMessages();
    }
}
