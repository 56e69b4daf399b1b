package dev.jobport.architecture.twins.stores_do_not_know_each_other.adapters.persistence.sql;

public record Column(String name) {}
