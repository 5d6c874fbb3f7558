package dev.grantkeep.bootstrap.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Runs a class, whose constructor takes a {@link Stage}, on every store and in both dialects. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@ArgumentsSource(OnEveryStore.Stages.class)
@ExtendWith({QuietLog.class, StageOfFailure.class})
@interface OnEveryStore {
    /** Every store in both dialects. */
    final class Stages implements ArgumentsProvider {
        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            return StoreMode.chosen().stream()
                    .flatMap(store -> Arrays.stream(Dialect.values()).map(dialect -> new Stage(store, dialect)))
                    .map(Arguments::of);
        }
    }
}
