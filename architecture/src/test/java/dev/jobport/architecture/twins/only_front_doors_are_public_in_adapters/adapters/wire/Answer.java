package dev.jobport.architecture.twins.only_front_doors_are_public_in_adapters.adapters.wire;

public record Answer() {}
