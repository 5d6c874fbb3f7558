package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientRequestObjects;
import dev.grantkeep.domain.client.ClientType;
import dev.grantkeep.domain.key.ContentEncryption;
import dev.grantkeep.domain.key.JwtForm;
import dev.grantkeep.domain.key.KeyManagementAlgorithm;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.service.RequestObjectPolicy;
import dev.grantkeep.domain.service.Service;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How a client's request objects have to be signed and encrypted for a service. */
public record RequestObjectRules(Service service, Client client, RequestOrigin origin) {
    private RequestObjectPolicy policy() {
        return service.settings().requestObjects();
    }

    private ClientRequestObjects registered() {
        return client.settings().requestObjects();
    }

    public boolean encryptionRequired() {
        return !origin.pushed()
                && (policy().encryptionRequired() || registered().encryptionRequired());
    }

    /**
     * The algorithms that an encrypted one may have; none if the registered one counts alone and is not offered. Only a
     * confidential client has a secret that counts.
     */
    public Set<KeyManagementAlgorithm> keyManagement() {
        JwtForm form = registered().form();
        Set<KeyManagementAlgorithm> allowed = EnumSet.allOf(KeyManagementAlgorithm.class);
        if (form.isEncrypted() && (policy().algorithmMatches() || registered().algorithmMatches())) {
            allowed.removeIf(
                    algorithm -> form.keyManagement().filter(algorithm::equals).isEmpty());
        }
        if (!hasSecret()) {
            allowed.removeIf(KeyManagementAlgorithm::isSymmetric);
        }
        return allowed;
    }

    /** The same for the content. Where only {@code alg} is registered, that of Registration section 2 is. */
    public Set<ContentEncryption> contents() {
        JwtForm form = registered().form();
        Set<ContentEncryption> allowed = EnumSet.allOf(ContentEncryption.class);
        boolean isRegistered = form.isEncrypted() || form.content() != null;
        if (isRegistered && (policy().contentMatches() || registered().contentMatches())) {
            allowed.removeIf(
                    content -> form.contentEncryption().filter(content::equals).isEmpty());
        }
        return allowed;
    }

    /** Whether one without a signature may be taken (RFC 9101 section 10.1 allows none). */
    public boolean unsignedAllowed() {
        return policy().traditional();
    }

    /** Whether one without a signature is what the client is registered with, or nothing is. */
    public boolean unsignedFits() {
        return registered().form().signing() == null || registered().form().isUnsigned();
    }

    /**
     * The algorithm by which one is signed, if it may be by that.
     *
     * @param name {@code alg} of its header
     */
    public Optional<SignatureAlgorithm> signature(String name) {
        JwtForm form = registered().form();
        return SignatureAlgorithm.named(name)
                .filter(algorithm -> form.signing() == null
                        || form.signature().filter(algorithm::equals).isPresent())
                .filter(algorithm -> !algorithm.isSymmetric() || hasSecret());
    }

    private boolean hasSecret() {
        return client.settings().type() == ClientType.CONFIDENTIAL;
    }
}
