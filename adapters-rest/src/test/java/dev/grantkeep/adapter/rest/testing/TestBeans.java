package dev.grantkeep.adapter.rest.testing;

import dev.grantkeep.adapter.rest.auth.OwnerCredentials;
import dev.grantkeep.adapter.rest.connection.ConnectionLimits;
import dev.grantkeep.application.memory.InMemoryRemoteDocuments;
import dev.grantkeep.application.memory.InMemoryStores;
import dev.grantkeep.application.memory.MutableClock;
import dev.grantkeep.application.memory.SecureRandomness;
import dev.grantkeep.application.port.out.AuthorizedClients;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.Randomness;
import dev.grantkeep.application.port.out.Reclaimer;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.application.port.out.Snapshots;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.port.out.TokenQueries;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.domain.value.Secret;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Import;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Puts the use cases on the in-memory stores. */
@Factory
@Import(
        packages = {
            "dev.grantkeep.application.usecase",
            "dev.grantkeep.application.usecase.apps",
            "dev.grantkeep.application.usecase.authorization",
            "dev.grantkeep.application.usecase.client",
            "dev.grantkeep.application.usecase.clientauth",
            "dev.grantkeep.application.usecase.device",
            "dev.grantkeep.application.usecase.discovery",
            "dev.grantkeep.application.usecase.exchange",
            "dev.grantkeep.application.usecase.grant",
            "dev.grantkeep.application.usecase.key",
            "dev.grantkeep.application.usecase.openid",
            "dev.grantkeep.application.usecase.pushed",
            "dev.grantkeep.application.usecase.revocation",
            "dev.grantkeep.application.usecase.service",
            "dev.grantkeep.application.usecase.token",
            "dev.grantkeep.application.usecase.userinfo"
        },
        annotated = "dev.grantkeep.application.usecase.Wired")
final class TestBeans {
    @Singleton
    InMemoryStores stores() {
        return new InMemoryStores();
    }

    @Singleton
    MutableClock clock() {
        return MutableClock.at(Instant.parse("2026-11-20T12:00:00Z"));
    }

    @Singleton
    InMemoryRemoteDocuments documents(MutableClock clock) {
        return new InMemoryRemoteDocuments(clock);
    }

    @Singleton
    ConnectionLimits connectionLimits() {
        return new ConnectionLimits(1_000, Duration.ofSeconds(20), ConnectionLimits.LEAST_HELD_BYTES);
    }

    @Singleton
    Randomness randomness() {
        return new SecureRandomness();
    }

    @Singleton
    OwnerCredentials owner() {
        return new OwnerCredentials(
                RestServer.OWNER_KEY, new Secret(RestServer.OWNER_SECRET), new Secret(RestServer.OWNER_TOKEN));
    }

    @Singleton
    Snapshots snapshots(InMemoryStores stores) {
        return stores.snapshots();
    }

    @Singleton
    ServiceStore services(InMemoryStores stores) {
        return stores.services();
    }

    @Singleton
    ClientStore clients(InMemoryStores stores) {
        return stores.clients();
    }

    @Singleton
    GrantStore grants(InMemoryStores stores) {
        return stores.grants();
    }

    @Singleton
    AuthorizedClients authorizedClients(InMemoryStores stores) {
        return stores.authorizedClients();
    }

    @Singleton
    TokenStore tokens(InMemoryStores stores) {
        return stores.tokens();
    }

    @Singleton
    TokenQueries queries(InMemoryStores stores) {
        return stores.queries();
    }

    @Singleton
    StepStore steps(InMemoryStores stores) {
        return stores.steps();
    }

    @Singleton
    Reclaimer reclaimer(InMemoryStores stores) {
        return stores.reclaimer();
    }
}
