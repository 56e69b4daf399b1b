package dev.jobport.bootstrap.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.jobport.cli.Legible;

/** An event as a JSON object on a line, as Logback writes it, for programs that collect logs. */
final class JsonLine extends JsonEncoder {

    private static final String END = "\n";

    JsonLine() {
        setWithFormattedMessage(true);
        setWithMessage(false);
        setWithArguments(false);
        setWithNanoseconds(false);
        setWithSequenceNumber(false);
        setWithContext(false);
    }

    @Override
    protected void appendCustomFields(StringBuilder json, ILoggingEvent event) {
        appendValueSeparator(json, true);
        appenderMember(json, Logging.SERVER, getContext().getProperty(Logging.SERVER));
    }

    /** JSON's own escapes leave out those beyond ASCII. */
    @Override
    public byte[] encode(ILoggingEvent event) {
        return (Legible.line(new String(super.encode(event), UTF_8).stripTrailing()) + END).getBytes(UTF_8);
    }
}
