package dev.grantkeep.bootstrap;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.maintenance.Sweep;
import dev.grantkeep.application.port.out.Reclaimer;
import dev.grantkeep.application.usecase.maintenance.SweepHandler;
import dev.grantkeep.bootstrap.sweep.Pace;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Import;
import jakarta.inject.Singleton;

/**
 * The use cases and what they share. How to make them is worked out when this is compiled, from the constructors of the
 * classes of these packages that say they are wired; a new one is found there.
 */
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
final class UseCases {
    @Singleton
    Sweep sweep(Reclaimer reclaimer, Pace pace, Clock clock) {
        return new SweepHandler(pace.of(reclaimer), clock);
    }
}
