package dev.jobport.architecture.twins.adapters_do_not_know_each_other.adapters.identity;

public record Doorkeeper() {}
