package dev.grantkeep.adapter.jose;

import dev.grantkeep.application.contract.SignaturesContract;
import dev.grantkeep.application.port.out.key.JoseMessages;
import dev.grantkeep.application.port.out.key.KeySets;
import dev.grantkeep.application.port.out.key.Signatures;

class NimbusContractTest extends SignaturesContract {
    @Override
    protected KeySets keySets() {
        return Jose.KEY_SETS;
    }

    @Override
    protected Signatures signatures() {
        return Jose.SIGNATURES;
    }

    @Override
    protected JoseMessages messages() {
        return Jose.MESSAGES;
    }
}
