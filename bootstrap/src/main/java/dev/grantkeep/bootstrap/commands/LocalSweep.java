package dev.grantkeep.bootstrap.commands;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.program.Dead;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.StoreUnavailable;
import dev.grantkeep.application.port.out.DeadRecords;
import dev.grantkeep.application.port.out.DeadRecords.Count;
import dev.grantkeep.application.port.out.Reclaimer.Work;
import dev.grantkeep.bootstrap.Grantkeep;
import dev.grantkeep.bootstrap.start.StartupFailure;
import dev.grantkeep.bootstrap.start.StartupRefused;
import dev.grantkeep.bootstrap.sweep.WholeSweep;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** Looks at what is dead in the database that is configured, and reclaims it, without a server. */
final class LocalSweep {
    /** Some tenths of a second in the index of a large table. */
    private static final int MOST = 100_000;

    private final ApplicationContext context;

    private LocalSweep(ApplicationContext context) {
        this.context = context;
    }

    /** Does something with the stores; what they cannot do fails the command. */
    static <T> T run(Function<LocalSweep, T> work) {
        try (ApplicationContext context = Grantkeep.atRest()) {
            return work.apply(new LocalSweep(context));
        } catch (StartupRefused refused) {
            throw new CommandFailed(ExitCode.CONFIGURATION, String.valueOf(refused.getMessage()), refused);
        } catch (StoreUnavailable away) {
            throw new CommandFailed(ExitCode.DATABASE, away.getMessage() + ".", away);
        } catch (RuntimeException e) {
            String line = StartupFailure.explain(e).orElseThrow(() -> e);
            throw new CommandFailed(ExitCode.DATABASE, line, e);
        }
    }

    List<Dead> dead() {
        Instant now = context.getBean(Clock.class).now();
        return Arrays.stream(Work.values()).map(work -> dead(work, now)).toList();
    }

    long sweep(LongConsumer told) {
        return context.getBean(WholeSweep.class).run(told);
    }

    private Dead dead(Work work, Instant now) {
        Count count = context.getBean(DeadRecords.class).count(work, now, MOST);
        return new Dead(Dead.Kind.valueOf(work.name()), count.found(), count.more(), count.since());
    }
}
