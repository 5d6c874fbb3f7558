package dev.grantkeep.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.event.Change;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rules. Where classes may depend on others, the rule lists what is allowed, so that nothing new slips in. A rule is
 * made for a root package: that of the code, or that of the planted violators.
 */
enum Rule {
    DOMAIN_NEEDS_NO_FRAMEWORK("DomainWithFramework") {
        @Override
        ArchRule in(String root) {
            return only(root, "domain..", Allowed.of(root, "domain.."), Allowed.JDK_AND_JSPECIFY);
        }
    },
    APPLICATION_NEEDS_NO_FRAMEWORK("HandlerWithFramework") {
        @Override
        ArchRule in(String root) {
            return only(root, "application..", Allowed.of(root, "application..", "domain.."), Allowed.JDK_AND_JSPECIFY);
        }
    },
    PORTS_DO_NOT_KNOW_THE_USE_CASES("PortWithHandler") {
        @Override
        ArchRule in(String root) {
            return only(
                    root,
                    "application.port..",
                    Allowed.of(root, "application.port..", "application.page..", "domain.."),
                    Allowed.JDK_AND_JSPECIFY);
        }
    },
    REST_SEES_INBOUND_PORTS_AND_DOMAIN("ControllerWithOutboundPort") {
        @Override
        ArchRule in(String root) {
            return only(
                    root,
                    "adapter.rest..",
                    Allowed.of(
                            root,
                            "adapter.rest..",
                            "application.port",
                            "application.port.in..",
                            "application.page..",
                            "application.document..",
                            "domain.."),
                    Allowed.JDK_AND_JSPECIFY,
                    Allowed.MICRONAUT,
                    Allowed.JSON,
                    Allowed.PAGES,
                    Allowed.NETTY);
        }
    },
    SQL_SEES_OUTBOUND_PORTS_AND_DOMAIN("StoreWithUseCase") {
        @Override
        ArchRule in(String root) {
            return only(
                    root,
                    "adapter.sql..",
                    Allowed.of(
                            root,
                            "adapter.sql..",
                            "application.port",
                            "application.port.out..",
                            "application.page..",
                            "application.document..",
                            "domain.."),
                    Allowed.JDK_AND_JSPECIFY,
                    Allowed.MICRONAUT,
                    Allowed.JDBC,
                    Allowed.CACHE);
        }
    },
    MONGO_SEES_OUTBOUND_PORTS_AND_DOMAIN("MongoStoreWithController") {
        @Override
        ArchRule in(String root) {
            return only(
                    root,
                    "adapter.mongo..",
                    Allowed.of(
                            root,
                            "adapter.mongo..",
                            "application.port",
                            "application.port.out..",
                            "application.page..",
                            "application.document..",
                            "domain.."),
                    Allowed.JDK_AND_JSPECIFY,
                    Allowed.MICRONAUT,
                    Allowed.MONGODB);
        }
    },
    JOSE_SEES_PORTS_AND_KEYS("SignerWithStore") {
        @Override
        ArchRule in(String root) {
            return only(
                    root,
                    "adapter.jose..",
                    Allowed.of(
                            root,
                            "adapter.jose..",
                            "application.port.out.key..",
                            "application.document..",
                            "domain.key..",
                            "domain.value.."),
                    Allowed.JDK_AND_JSPECIFY,
                    Allowed.MICRONAUT,
                    Allowed.CACHE,
                    Allowed.JOSE);
        }
    },
    HTTP_CLIENT_SEES_THE_PORT_FOR_DOCUMENTS("ClientWithStore") {
        @Override
        ArchRule in(String root) {
            return only(
                    root,
                    "adapter.http..",
                    Allowed.of(root, "adapter.http..", "application.port", "application.port.out.remote"),
                    Allowed.JDK_AND_JSPECIFY,
                    Allowed.TLS,
                    Allowed.MICRONAUT,
                    Allowed.NETTY,
                    Allowed.CACHE);
        }
    },
    JSON_SCHEMA_SEES_THE_PORT_FOR_SCHEMAS("CheckerWithStore") {
        @Override
        ArchRule in(String root) {
            return only(
                    root,
                    "adapter.schema..",
                    Allowed.of(root, "adapter.schema..", "application.port.out.schema", "application.document.."),
                    Allowed.JDK_AND_JSPECIFY,
                    Allowed.MICRONAUT,
                    Allowed.CACHE,
                    Allowed.SCHEMAS);
        }
    },
    /** It asks a running server, by its API; what it needs beside that is given to it. */
    COMMANDS_ASK_THE_SERVER("CommandWithStore") {
        @Override
        ArchRule in(String root) {
            return only(
                    root,
                    "adapter.cli..",
                    Allowed.of(root, "adapter.cli..", "application.port", "application.document..", "domain.value.."),
                    Allowed.JDK_AND_JSPECIFY,
                    Allowed.TLS,
                    Allowed.COMMANDS);
        }
    },
    /** Where the other rules list what a module may use, they leave it out; this one is for all that have no list. */
    ONLY_ONE_ADAPTER_KNOWS_THE_JOSE_LIBRARY("DemoWithJose") {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAPackage(root + "..")
                    .and()
                    .resideOutsideOfPackage(root + ".adapter.jose..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.nimbusds..");
        }
    },
    /** Steps of all kinds are stored alike: what an authorization is made of is the codec's business. */
    STORES_KNOW_NO_KIND_OF_STEP("StoreThatReadsARequest") {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAnyPackage(root + ".adapter.sql..", root + ".adapter.mongo..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(Codebase.ROOT + ".domain.authorization..");
        }
    },
    /** Settings are stored as they are: no store looks at what their concerns read. */
    STORES_MAP_NO_SETTINGS("StoreThatMapsSettings") {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAnyPackage(root + ".adapter.sql..", root + ".adapter.mongo..")
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(".*\\.domain\\.service\\.(?!Service(Id|Settings)?$).*");
        }
    },
    USE_CASES_ARE_REACHED_THROUGH_PORTS("DemoWithHandler") {
        @Override
        ArchRule in(String root) {
            return classes()
                    .that()
                    .resideInAPackage(root + ".application.usecase..")
                    .should()
                    .onlyHaveDependentClassesThat()
                    .resideInAnyPackage(root + ".application.usecase..", root + ".bootstrap");
        }
    },
    INBOUND_PORTS_HAVE_ONE_METHOD("PortWithTwoMethods") {
        @Override
        ArchRule in(String root) {
            return classes()
                    .that()
                    .resideInAPackage(root + ".application.port.in.*")
                    .and()
                    .areTopLevelClasses()
                    .and()
                    .areInterfaces()
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .and(Conditions.ARE_OPEN)
                    .should(Conditions.haveAtMostAbstractMethods(1))
                    .andShould(Conditions.declareMethod("handle"));
        }
    },
    OUTBOUND_PORTS_ARE_SMALL("PortWithEightMethods") {
        @Override
        ArchRule in(String root) {
            return classes()
                    .that()
                    .resideInAPackage(root + ".application.port.out..")
                    .and()
                    .areInterfaces()
                    .should(Conditions.haveAtMostAbstractMethods(7));
        }
    },
    USE_CASES_ARE_FINAL("OpenHandler") {
        @Override
        ArchRule in(String root) {
            return classes()
                    .that()
                    .resideInAPackage(root + ".application.usecase..")
                    .and()
                    .areTopLevelClasses()
                    .and()
                    .areNotInterfaces()
                    .should()
                    .haveModifier(JavaModifier.FINAL);
        }
    },
    /** Each who needs one may be given another. */
    WHAT_IS_WIRED_HOLDS_NO_STATE("HandlerWithState") {
        @Override
        ArchRule in(String root) {
            return classes()
                    .that()
                    .resideInAPackage(root + "..")
                    .and()
                    .areAnnotatedWith(Wired.class)
                    .should()
                    .haveOnlyFinalFields();
        }
    },
    /** So a token is found to rest on old settings before anything is written, and one place knows of single tokens. */
    TOKENS_ARE_MINTED_IN_ONE_PLACE("HandlerThatStoresTokens") {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAPackage(root + ".application.usecase..")
                    .and()
                    .doNotHaveSimpleName("Minter")
                    .should()
                    .callMethod(TokenStore.class, "add", Change.class, SettingsVersions.class);
        }
    },
    ONLY_THE_CLOCK_ASKS_THE_TIME("EntityWithClock") {
        @Override
        ArchRule in(String root) {
            return classes()
                    .that()
                    .resideInAPackage(root + "..")
                    .and()
                    .doNotHaveFullyQualifiedName(root + ".bootstrap.SystemClock")
                    .should(Conditions.notAskTheTime());
        }
    },
    /** Of a document: a field that is null says the same as one that is not there. */
    NOTHING_TELLS_ABSENT_FROM_NULL("FilterThatTellsAbsentFromNull") {
        @Override
        ArchRule in(String root) {
            return classes()
                    .that()
                    .resideInAPackage(root + ".adapter.mongo..")
                    .should(Conditions.notTellAbsentFromNull());
        }
    },
    CONCEPTS_OF_THE_DOMAIN_HAVE_NO_CYCLE("architecture.planted.domain.cycleone") {
        @Override
        ArchRule in(String root) {
            return slices().matching(root + ".domain.(*)..").should().beFreeOfCycles();
        }
    },
    CONCEPTS_OF_THE_USE_CASES_HAVE_NO_CYCLE("architecture.planted.application.usecase.cycleone") {
        @Override
        ArchRule in(String root) {
            return slices().matching(root + ".application.usecase.(*)..")
                    .should()
                    .beFreeOfCycles();
        }
    },
    CONCEPTS_OF_THE_PORTS_HAVE_NO_CYCLE("architecture.planted.application.port.in.cycleone") {
        @Override
        ArchRule in(String root) {
            return slices().matching(root + ".application.port.in.(*)..")
                    .should()
                    .beFreeOfCycles();
        }
    },
    CONCEPTS_OF_AN_ADAPTER_HAVE_NO_CYCLE("architecture.planted.adapter.mongo.cycleone") {
        @Override
        ArchRule in(String root) {
            return slices().matching(root + ".adapter.(*).(*)..").should().beFreeOfCycles();
        }
    },
    /** In every layer a concept may know of those before it, and of none that comes later. */
    CONCEPTS_KEEP_THEIR_ORDER("ValueWithToken") {
        @Override
        ArchRule in(String root) {
            return CompositeArchRule.of(Stream.of(
                            "domain", "application.port.in", "application.usecase", "adapter.rest")
                    .flatMap(layer -> IntStream.range(0, CONCEPTS.size() - 1)
                            .<ArchRule>mapToObj(i -> noClasses()
                                    .that()
                                    .resideInAPackage(concept(root, layer, CONCEPTS.get(i)))
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage(CONCEPTS.stream()
                                            .skip(i + 1)
                                            .map(later -> concept(root, layer, later))
                                            .toArray(String[]::new))
                                    .allowEmptyShould(true)))
                    .toList());
        }
    },
    EVERY_PACKAGE_IS_NULL_MARKED("InUnmarkedPackage") {
        @Override
        ArchRule in(String root) {
            return classes().that().resideInAPackage(root + "..").should(Conditions.resideInNullMarkedPackage());
        }
    },
    NOTHING_IS_AN_IMPL("StoreImpl") {
        @Override
        ArchRule in(String root) {
            return noClasses().that().resideInAPackage(root + "..").should().haveSimpleNameEndingWith("Impl");
        }
    },
    /** The tenant is a Service; a use case may end with the word, because it is what it acts on. */
    SERVICE_IS_A_TENANT_AND_NO_SUFFIX("TokenService") {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAnyPackage(root + ".domain..", root + ".adapter..")
                    .and()
                    .doNotHaveSimpleName("Service")
                    .should()
                    .haveSimpleNameEndingWith("Service");
        }
    };

    private static final List<String> CONCEPTS = List.of(
            "value",
            "event",
            "protocol",
            "key",
            "scope",
            "duration",
            "service",
            "client",
            "grant",
            "openid",
            "token",
            "userinfo",
            "clientauth",
            "authorization",
            "exchange",
            "device",
            "pushed",
            "revocation",
            "discovery",
            "maintenance",
            "page",
            "front",
            "apps");

    private final String violator;

    Rule(String violator) {
        this.violator = violator;
    }

    abstract ArchRule in(String root);

    /** A part of the violator's name that the report must show. */
    String violator() {
        return violator;
    }

    private static String concept(String root, String layer, String name) {
        return root + "." + layer + "." + name + "..";
    }

    private static ArchRule only(String root, String of, String[]... allowed) {
        return classes()
                .that()
                .resideInAPackage(root + "." + of)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Arrays.stream(allowed).flatMap(Stream::of).toArray(String[]::new));
    }
}
