package dev.jobport.architecture.twins.faults_never_decide.lab.faults;

import dev.jobport.architecture.twins.faults_never_decide.adapters.wire.Answer;

final class SinnerWhoDecides {

    Answer carryOut() {
        return new Answer(400);
    }
}
