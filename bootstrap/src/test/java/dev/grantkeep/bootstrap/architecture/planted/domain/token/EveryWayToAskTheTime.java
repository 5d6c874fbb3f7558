package dev.grantkeep.bootstrap.architecture.planted.domain.token;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Asks the time in every way, by call and by reference. */
final class EveryWayToAskTheTime {
    final Instant instant = Instant.now();
    final LocalDate localDate = LocalDate.now(ZoneOffset.UTC);
    final ZonedDateTime zoned = ZonedDateTime.now(ZoneOffset.UTC);
    final InstantSource system = InstantSource.system();
    final Supplier<InstantSource> systemReference = InstantSource::system;
    final Clock systemUtc = Clock.systemUTC();
    final Clock systemDefaultZone = Clock.systemDefaultZone();
    final Clock tickMillis = Clock.tickMillis(ZoneOffset.UTC);
    final long currentTimeMillis = System.currentTimeMillis();
    final LongSupplier currentTimeMillisReference = System::currentTimeMillis;

    @SuppressWarnings("JavaUtilDate") // that is what is planted
    final Date date = new Date();

    final Calendar calendar = Calendar.getInstance();
    final Calendar gregorianCalendar = new GregorianCalendar();
}
