package dev.jobport.architecture.twins.faults_never_decide.lab.faults.forged;

import dev.jobport.architecture.twins.faults_never_decide.adapters.wire.Answer;

final class Forgery {

    Answer carryOut() {
        return new Answer(503);
    }
}
