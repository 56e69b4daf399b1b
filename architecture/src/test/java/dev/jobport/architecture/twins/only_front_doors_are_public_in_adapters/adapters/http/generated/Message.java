package dev.jobport.architecture.twins.only_front_doors_are_public_in_adapters.adapters.http.generated;

public record Message() {}
