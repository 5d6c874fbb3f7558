package dev.grantkeep.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The code that the rules are applied to: all of Grantkeep's own, or the violators planted among the tests. */
final class Codebase {
    static final String ROOT = "dev.grantkeep";
    static final String PLANTED_ROOT = "dev.grantkeep.bootstrap.architecture.planted";

    private Codebase() {}

    static JavaClasses production() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(Codebase::isNotTestJar)
                .importPackages(ROOT);
    }

    static JavaClasses planted() {
        return new ClassFileImporter().importPackages(PLANTED_ROOT);
    }

    private static boolean isNotTestJar(Location location) {
        return !location.contains("-tests.jar");
    }
}
