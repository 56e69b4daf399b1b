package dev.jobport.conformance;

import dev.jobport.cli.Legible;
import java.io.StringWriter;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A test case for each clause, for what shows tests. Only a failure that is not known fails. */
final class JUnitReport {

    private final Result result;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private JUnitReport(Result result) throws XMLStreamException {
        this.result = result;
        this.xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    }

    static String of(Result result) {
        try {
            return new JUnitReport(result).write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a writer in memory does not fail", e);
        }
    }

    private String write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "Jobport conformance of " + result.endpoint());
        xml.writeAttribute("tests", "" + result.findings().size());
        xml.writeAttribute(
                "failures", "" + result.findings().stream().filter(this::fails).count());
        xml.writeAttribute("errors", "" + result.with(Outcome.SET_UP_ERROR).size());
        xml.writeAttribute("skipped", "" + result.with(Outcome.NOT_APPLICABLE).size());
        for (Finding each : result.findings()) {
            testcase(each);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        return text + "\n";
    }

    private boolean fails(Finding finding) {
        return finding.outcome() == Outcome.FAIL && !result.isKnown(finding);
    }

    private void testcase(Finding it) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "jobport." + it.id().group());
        xml.writeAttribute("name", it.id() + " " + it.statement() + " (" + it.family() + ")");
        String detail = it.detail().lines().map(Legible::line).collect(Collectors.joining("\n"));
        switch (it.outcome()) {
            case PASS -> {}
            case NOT_APPLICABLE -> message("skipped", detail);
            case SET_UP_ERROR -> message("error", detail);
            case FAIL, DIFFERS -> told(fails(it) ? "failure" : "system-out", it.outcome() + ": " + detail);
        }
        xml.writeEndElement();
    }

    private void message(String element, String message) throws XMLStreamException {
        xml.writeEmptyElement(element);
        xml.writeAttribute("message", message);
    }

    private void told(String element, String detail) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(detail);
        xml.writeEndElement();
    }
}
