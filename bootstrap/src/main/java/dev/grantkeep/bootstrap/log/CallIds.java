package dev.grantkeep.bootstrap.log;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.grantkeep.adapter.rest.signal.CallSignal;
import dev.grantkeep.adapter.rest.signal.TraceParent;

/**
 * Writes of the request that a line is about its id and its trace, if it belongs to one, in brackets and with a space
 * behind; nothing in lines that are about no request. A configuration file may name it in a {@code conversionRule}.
 */
public final class CallIds extends ClassicConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return CallSignal.current().map(CallIds::text).orElse("");
    }

    private static String text(CallSignal call) {
        TraceParent trace = call.trace();
        return "[" + call.requestId() + (trace == null ? "" : " " + trace.traceId()) + "] ";
    }
}
