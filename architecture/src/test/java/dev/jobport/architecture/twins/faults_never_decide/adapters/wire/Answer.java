package dev.jobport.architecture.twins.faults_never_decide.adapters.wire;

public record Answer(int status) {}
