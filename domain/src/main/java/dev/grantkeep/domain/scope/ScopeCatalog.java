package dev.grantkeep.domain.scope;

import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.value.Members;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The scopes that a service supports, in the order it lists them. A name stands once. */
public final class ScopeCatalog {
    private final Map<ScopeName, Scope> byName;
    private final ScopeSet defaults;
    private final Map<ScopeName, Demand> demanding;

    /**
     * @throws IllegalArgumentException if two scopes have one name
     */
    public ScopeCatalog(List<Scope> scopes) {
        Map<ScopeName, Scope> map = new LinkedHashMap<>();
        for (Scope scope : scopes) {
            if (map.put(scope.name(), scope) != null) {
                throw new IllegalArgumentException("the scope '" + scope.name() + "' is listed twice");
            }
        }
        byName = Collections.unmodifiableMap(map);
        demanding = demanding(scopes);
        defaults = ScopeSet.of(
                scopes.stream().filter(Scope::defaultEntry).map(Scope::name).toList());
    }

    /**
     * The scopes that these objects describe.
     *
     * @throws IllegalArgumentException if one is not valid, or two have one name
     */
    public static ScopeCatalog of(List<Members> scopes) {
        return new ScopeCatalog(scopes.stream().map(Scope::of).toList());
    }

    public List<Scope> scopes() {
        return List.copyOf(byName.values());
    }

    public ScopeSet names() {
        return ScopeSet.of(byName.keySet());
    }

    /** The scopes that a request gets which names none. */
    public ScopeSet defaults() {
        return defaults;
    }

    /** The protection that one of these scopes demands and that is not given yet. */
    public Optional<Demand> demand(ScopeSet names) {
        return demanding.isEmpty()
                ? Optional.empty()
                : names.stream().map(demanding::get).filter(Objects::nonNull).findFirst();
    }

    /** The scopes less those that demand a protection which is not given yet. */
    public ScopeSet withoutDemands(ScopeSet names) {
        return demanding.isEmpty() ? names : names.filter(name -> !demanding.containsKey(name));
    }

    private static Map<ScopeName, Demand> demanding(List<Scope> scopes) {
        Map<ScopeName, Demand> map = new HashMap<>();
        scopes.forEach(scope -> scope.demand().ifPresent(demand -> map.put(scope.name(), demand)));
        return Map.copyOf(map);
    }

    /** The names that the service supports, in the order of the given set. */
    public ScopeSet supported(ScopeSet names) {
        return names.filter(byName::containsKey);
    }

    /** The scopes behind these names, in their order; unsupported names are left out. */
    public List<Scope> details(ScopeSet names) {
        return names.stream().map(byName::get).filter(Objects::nonNull).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScopeCatalog catalog && scopes().equals(catalog.scopes());
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }

    @Override
    public String toString() {
        return "ScopeCatalog" + byName.keySet();
    }
}
