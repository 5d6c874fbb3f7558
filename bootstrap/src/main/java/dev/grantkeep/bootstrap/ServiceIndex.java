package dev.grantkeep.bootstrap;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.micronaut.core.io.service.SoftServiceLoader;
import io.micronaut.core.io.service.SoftServiceLoader.StaticDefinition;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import io.micronaut.core.optim.StaticOptimizations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Micronaut finds by the names of files in {@code META-INF/micronaut}, read from one file that the build puts into
 * the jar instead of them, because to list the jar takes a twentieth of a start. Without that file, as when the classes are
 * run from a directory, Micronaut looks for itself.
 */
public final class ServiceIndex implements StaticOptimizations.Loader<SoftServiceLoader.Optimizations> {
    private static final String FILE = "META-INF/grantkeep/services";

    /** Between the service and the class that provides it. */
    private static final String SEPARATOR = "/";

    @Override
    public SoftServiceLoader.Optimizations load() {
        Map<String, StaticServiceLoader<?>> loaders = new HashMap<>();
        namesByService().forEach((service, names) -> loaders.put(service, new Listed<>(names)));
        return new SoftServiceLoader.Optimizations(loaders);
    }

    private static Map<String, List<String>> namesByService() {
        return text().lines()
                .map(line -> line.split(SEPARATOR))
                .collect(groupingBy(parts -> parts[0], mapping(parts -> parts[1], toList())));
    }

    private static String text() {
        try (InputStream file = ServiceIndex.class.getClassLoader().getResourceAsStream(FILE)) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes of one service. */
    private record Listed<S>(List<String> names) implements StaticServiceLoader<S> {
        @Override
        public Stream<StaticDefinition<S>> findAll(Predicate<String> wanted) {
            return names.stream().filter(wanted).map(name -> StaticDefinition.of(name, () -> make(name)));
        }

        @Override
        public List<S> load(Predicate<String> wanted, @Nullable Predicate<S> usable) {
            return names.stream()
                    .filter(wanted)
                    .map(this::makeIfPossible)
                    .filter(Objects::nonNull)
                    .filter(made -> usable == null || usable.test(made))
                    .toList();
        }

        /** Null if it needs a class that is not there, as one does that is for a library not used here. */
        private @Nullable S makeIfPossible(String name) {
            try {
                return make(name);
            } catch (NoClassDefFoundError notUsedHere) {
                return null;
            }
        }

        @SuppressWarnings("unchecked")
        private S make(String name) {
            try {
                return (S) Class.forName(name, false, ServiceIndex.class.getClassLoader())
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException(name + " cannot be made", e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(name + " cannot be made", e);
            }
        }
    }
}
