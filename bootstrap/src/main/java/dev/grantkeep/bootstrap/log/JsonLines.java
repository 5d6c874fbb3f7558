package dev.grantkeep.bootstrap.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.grantkeep.adapter.rest.signal.CallSignal;
import dev.grantkeep.adapter.rest.signal.TraceParent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.event.KeyValuePair;

/**
 * Writes each event as one line of JSON: time, level, logger and message; the ids of the request and of its trace, if it is
 * about one; what else the event has by name; and an exception, with its causes and where they were thrown, as one text.
 */
final class JsonLines extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = {};

    private final JsonFactory json = new JsonFactory();
    private final ThrowableProxyConverter exceptions = new ThrowableProxyConverter();

    @Override
    public void start() {
        exceptions.start();
        super.start();
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        try (JsonGenerator to = json.createGenerator(line)) {
            to.writeStartObject();
            write(event, to);
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line.write('\n');
        return line.toByteArray();
    }

    private void write(ILoggingEvent event, JsonGenerator to) throws IOException {
        to.writeStringField("time", event.getInstant().toString());
        to.writeStringField("level", event.getLevel().toString());
        to.writeStringField("logger", event.getLoggerName());
        to.writeStringField("message", event.getFormattedMessage());
        Optional<CallSignal> call = CallSignal.current();
        if (call.isPresent()) {
            writeIds(call.get(), to);
        }
        if (event.getKeyValuePairs() != null) {
            for (KeyValuePair pair : event.getKeyValuePairs()) {
                writePair(pair, to);
            }
        }
        if (event.getThrowableProxy() != null) {
            to.writeStringField("exception", exceptions.convert(event).stripTrailing());
        }
    }

    private static void writeIds(CallSignal call, JsonGenerator to) throws IOException {
        to.writeStringField("request_id", call.requestId());
        TraceParent trace = call.trace();
        if (trace != null) {
            to.writeStringField("trace_id", trace.traceId());
        }
    }

    private static void writePair(KeyValuePair pair, JsonGenerator to) throws IOException {
        switch (pair.value) {
            case Integer number -> to.writeNumberField(pair.key, number);
            case Double number -> to.writeNumberField(pair.key, number);
            case null, default -> to.writeStringField(pair.key, Objects.toString(pair.value));
        }
    }
}
