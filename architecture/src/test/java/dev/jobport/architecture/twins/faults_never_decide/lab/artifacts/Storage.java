package dev.jobport.architecture.twins.faults_never_decide.lab.artifacts;

import dev.jobport.architecture.twins.faults_never_decide.adapters.wire.Answer;

final class Storage {

    Answer answer() {
        return new Answer(404);
    }
}
