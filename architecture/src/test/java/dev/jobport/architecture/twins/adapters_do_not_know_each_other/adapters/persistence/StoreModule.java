package dev.jobport.architecture.twins.adapters_do_not_know_each_other.adapters.persistence;

public record StoreModule() {}
