package dev.grantkeep.domain.scope;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A set of scope names. It remembers the order in which they were given; equality does not depend on it, because the
 * order of scopes carries no meaning (RFC 6749 section 3.3).
 */
public final class ScopeSet implements Iterable<ScopeName> {
    public static final ScopeSet EMPTY = new ScopeSet(Set.of());

    private final Set<ScopeName> names;

    private ScopeSet(Set<ScopeName> names) {
        this.names = names;
    }

    public static ScopeSet of(Collection<ScopeName> names) {
        return names.isEmpty() ? EMPTY : new ScopeSet(Collections.unmodifiableSet(new LinkedHashSet<>(names)));
    }

    public static ScopeSet of(String... names) {
        return of(Arrays.stream(names).map(ScopeName::new).toList());
    }

    /**
     * The scopes of a space-delimited text; empty text is the empty set.
     *
     * @throws IllegalArgumentException if a word is not a scope token
     */
    public static ScopeSet parse(String text) {
        Set<ScopeName> names = new LinkedHashSet<>();
        int start = 0;
        while (start < text.length()) {
            int space = text.indexOf(' ', start);
            int end = space < 0 ? text.length() : space;
            if (end > start) {
                names.add(new ScopeName(text.substring(start, end)));
            }
            start = end + 1;
        }
        return names.isEmpty() ? EMPTY : new ScopeSet(Collections.unmodifiableSet(names));
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    public int size() {
        return names.size();
    }

    public boolean contains(ScopeName name) {
        return names.contains(name);
    }

    public boolean containsAll(ScopeSet other) {
        return names.containsAll(other.names);
    }

    /** The names of this set that the other holds too, in this set's order. */
    public ScopeSet restrictedTo(ScopeSet other) {
        return filter(other::contains);
    }

    /** The names of this set that the other does not hold. */
    public ScopeSet minus(ScopeSet other) {
        return filter(name -> !other.contains(name));
    }

    public ScopeSet without(ScopeName name) {
        return filter(other -> !other.equals(name));
    }

    /** This set's names, then those of the other that are new. */
    public ScopeSet union(ScopeSet other) {
        Set<ScopeName> all = new LinkedHashSet<>(names);
        all.addAll(other.names);
        return of(all);
    }

    public ScopeSet filter(Predicate<ScopeName> kept) {
        return names.stream().allMatch(kept)
                ? this
                : of(names.stream().filter(kept).toList());
    }

    public Stream<ScopeName> stream() {
        return names.stream();
    }

    public List<String> toStrings() {
        return names.stream().map(ScopeName::value).toList();
    }

    @Override
    public Iterator<ScopeName> iterator() {
        return names.iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScopeSet set && names.equals(set.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    /** The names, space-joined, in order: what {@link #parse} reads. */
    @Override
    public String toString() {
        return names.stream().map(ScopeName::value).collect(Collectors.joining(" "));
    }
}
