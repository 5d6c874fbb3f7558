package dev.grantkeep.application.usecase.openid;

import dev.grantkeep.application.port.out.key.JoseFault;
import dev.grantkeep.application.port.out.key.SignatureCheck;
import dev.grantkeep.application.port.out.key.Signatures;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.key.Keys;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.SharedSecret;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import java.util.Set;

/** Checks whether it was a client that signed something: by its secret or by its keys, of which newer ones are looked for. */
@Wired
public final class ClientSignatures {
    private final Signatures signatures;
    private final Keys keys;

    public ClientSignatures(Signatures signatures, Keys keys) {
        this.signatures = signatures;
        this.keys = keys;
    }

    /** What was found. */
    public sealed interface Outcome {}

    public record Checked(SignatureCheck check) implements Outcome {}

    /** @param why a sentence that names the setting, or the address, at fault */
    public record NoKeys(String why) implements Outcome {}

    /**
     * @param expected not empty; all of them take the client's secret, or none does
     */
    public Outcome verify(Client client, String compact, Set<SignatureAlgorithm> expected) {
        if (expected.stream().allMatch(SignatureAlgorithm::isSymmetric)) {
            return new Checked(signatures.verify(compact, expected, new SharedSecret(client.secret())));
        }
        return switch (keys.of(client)) {
            case Keys.Found(KeySet set) -> new Checked(verify(client, compact, expected, set));
            case Keys.Missing(String why) -> new NoKeys(why);
        };
    }

    private SignatureCheck verify(Client client, String compact, Set<SignatureAlgorithm> expected, KeySet set) {
        SignatureCheck check = signatures.verify(compact, expected, set);
        return mayHaveNewerKey(check)
                ? keys.newer(client, set)
                        .map(newer -> signatures.verify(compact, expected, newer))
                        .orElse(check)
                : check;
    }

    private static boolean mayHaveNewerKey(SignatureCheck check) {
        return check instanceof SignatureCheck.Refused(JoseFault fault)
                && (fault == JoseFault.NO_KEY || fault == JoseFault.WRONG_SIGNATURE);
    }
}
