package dev.grantkeep.application.usecase.discovery;

import dev.grantkeep.application.port.in.discovery.DescribeService;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.clientauth.AuthenticationMethod;
import dev.grantkeep.application.usecase.exchange.Exchange;
import dev.grantkeep.application.usecase.key.Keys;
import dev.grantkeep.domain.discovery.Discovery;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Knows what is given from those who give it. */
@Wired
public final class DescribeServiceHandler implements DescribeService {
    private final Keys keys;
    private final Set<GrantType> grantTypes;
    private final Set<ClientAuthMethod> authMethods;

    public DescribeServiceHandler(Keys keys, List<Exchange> exchanges, List<AuthenticationMethod> methods) {
        this.keys = keys;
        grantTypes = exchanges.stream().map(Exchange::grantType).collect(Collectors.toSet());
        authMethods = methods.stream().map(AuthenticationMethod::method).collect(Collectors.toSet());
    }

    @Override
    public Members handle(Command command) {
        return new Discovery(command.service(), grantTypes, authMethods, keysOf(command.service())).document();
    }

    private @Nullable KeySet keysOf(Service service) {
        return keys.of(service) instanceof Keys.Found(KeySet set) ? set : null;
    }
}
