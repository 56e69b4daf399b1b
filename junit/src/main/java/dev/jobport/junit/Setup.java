package dev.jobport.junit;

import dev.jobport.lab.Lab;
import dev.jobport.lab.LabBuilder;
import dev.jobport.verdict.Demands;
import dev.jobport.verdict.Severity;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What labs are to be like, and what a worker must not do in them.
 *
 * @param failOn what is at least so severe fails a test
 */
record Setup(UnaryOperator<LabBuilder> like, Severity failOn) {

    static final Setup USUAL = new Setup(lab -> lab, Severity.ERROR);

    Setup and(UnaryOperator<LabBuilder> more) {
        return new Setup(lab -> more.apply(like.apply(lab)), failOn);
    }

    Setup failingOn(Severity severity) {
        return new Setup(like, severity);
    }

    Lab start() {
        return like.apply(Lab.builder()).start();
    }

    Demands demands() {
        return new Demands(failOn, Set.of());
    }
}
