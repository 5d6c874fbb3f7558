package dev.grantkeep.bootstrap.e2e;

import dev.grantkeep.bootstrap.Grantkeep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Several Grantkeeps on one store of their own, which go by the clock of the machine as relying parties do. */
final class Nodes implements AutoCloseable {
    private final List<Grantkeep> nodes;

    private Nodes(List<Grantkeep> nodes) {
        this.nodes = nodes;
    }

    static Nodes start(StoreMode store, int count) {
        Map<String, Object> settings = new HashMap<>(store.settings());
        settings.putAll(RunningGrantkeep.owner());
        settings.put("micronaut.server.port", "-1");
        settings.put("grantkeep.sweeper.enabled", "false");
        return new Nodes(IntStream.range(0, count)
                .mapToObj(i -> Grantkeep.start(settings))
                .toList());
    }

    /** The API of one node, counted from 0, as the owner of all services uses it. */
    Api owner(int node, Dialect dialect) {
        String secret = dialect == Dialect.V2 ? RunningGrantkeep.OWNER_SECRET : RunningGrantkeep.OWNER_ACCESS_TOKEN;
        return new Api(nodes.get(node).uri(), dialect, 1, dialect.credentials(RunningGrantkeep.OWNER_KEY, secret));
    }

    /** The same service at another node. */
    Tenant at(int node, Tenant tenant) {
        Api owner = owner(node, tenant.api().dialect());
        Api api =
                new Api(owner.base(), owner.dialect(), tenant.id(), tenant.api().authorization());
        return new Tenant(owner, tenant.id(), tenant.secret(), api);
    }

    @Override
    public void close() {
        nodes.forEach(Grantkeep::close);
    }
}
