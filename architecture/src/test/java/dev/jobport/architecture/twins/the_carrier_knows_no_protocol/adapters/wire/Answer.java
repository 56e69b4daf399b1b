package dev.jobport.architecture.twins.the_carrier_knows_no_protocol.adapters.wire;

public record Answer(int status) {}
