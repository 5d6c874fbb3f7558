package dev.grantkeep.adapter.rest.oauth;

import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Params;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Parameters that ask for a protection that is not there yet: better refused than quietly left out. A proof or a
 * certificate that comes with a call asks for nothing: it is looked at where something is bound to one, and nothing is.
 */
public final class Unsupported {
    private static final Map<String, String> PROTECTIONS = protections();

    private Unsupported() {}

    /** What to say if the call has such a parameter. */
    public static Optional<String> in(Params params) {
        for (Map.Entry<String, String> protection : PROTECTIONS.entrySet()) {
            if (params.text(protection.getKey()) != null) {
                return Optional.of("The request contains '" + protection.getKey() + "', but " + protection.getValue()
                        + " is not supported yet.");
            }
        }
        return Optional.empty();
    }

    /**
     * @throws BadRequest if the call has such a parameter
     */
    public static void refuse(Params params) {
        in(params).ifPresent(message -> {
            throw new BadRequest(message);
        });
    }

    private static Map<String, String> protections() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("dpopKeyThumbprint", "DPoP (RFC 9449)");
        all.put("certificateThumbprint", "mutual TLS (RFC 8705)");
        all.put("oauthClientAttestation", "client attestation");
        all.put("oauthClientAttestationPop", "client attestation");
        return all;
    }
}
