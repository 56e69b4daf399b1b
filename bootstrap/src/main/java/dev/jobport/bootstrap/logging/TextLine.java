package dev.jobport.bootstrap.logging;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import dev.jobport.cli.Legible;

/** An event as a line for people, and the trace of a failure indented below it. */
final class TextLine extends PatternLayout {

    TextLine() {
        setPattern("%d{\"yyyy-MM-dd'T'HH:mm:ss.SSS'Z'\", UTC} %-5level %property{server} %logger{0} %msg %kvp%nopex");
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        String line = Legible.line(super.doLayout(event).stripTrailing()) + System.lineSeparator();
        return event.getThrowableProxy() == null
                ? line
                : line + Legible.indented(ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
}
