package dev.grantkeep.bootstrap.signal.store;

import dev.grantkeep.application.port.out.AuthorizedClients;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.Reclaimer;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.port.out.TokenQueries;
import dev.grantkeep.application.port.out.TokenStore;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.Collection;

/**
 * Puts a watched store before each store, whichever it is. The watches are asked for when the first store is made, because
 * whoever listens to the making of beans is made before them.
 */
@Factory
final class StoreListeners {
    private final BeanProvider<StoreWatch> provider;

    StoreListeners(BeanProvider<StoreWatch> provider) {
        this.provider = provider;
    }

    @Singleton
    BeanCreatedEventListener<AuthorizedClients> authorizedClients() {
        return created -> new WatchedAuthorizedClients(created.getBean(), watches());
    }

    @Singleton
    BeanCreatedEventListener<ClientStore> clients() {
        return created -> new WatchedClientStore(created.getBean(), watches());
    }

    @Singleton
    BeanCreatedEventListener<GrantStore> grants() {
        return created -> new WatchedGrantStore(created.getBean(), watches());
    }

    @Singleton
    BeanCreatedEventListener<Reclaimer> reclaimer() {
        return created -> new WatchedReclaimer(created.getBean(), watches());
    }

    @Singleton
    BeanCreatedEventListener<ServiceStore> services() {
        return created -> new WatchedServiceStore(created.getBean(), watches());
    }

    @Singleton
    BeanCreatedEventListener<StepStore> steps() {
        return created -> new WatchedStepStore(created.getBean(), watches());
    }

    @Singleton
    BeanCreatedEventListener<TokenQueries> queries() {
        return created -> new WatchedTokenQueries(created.getBean(), watches());
    }

    @Singleton
    BeanCreatedEventListener<TokenStore> tokens() {
        return created -> new WatchedTokenStore(created.getBean(), watches());
    }

    private Collection<StoreWatch> watches() {
        return provider.stream().toList();
    }
}
