package dev.jobport.architecture.twins.stores_do_not_know_each_other.adapters.persistence.memory;

import dev.jobport.architecture.twins.stores_do_not_know_each_other.application.driven.Store;

public record MemoryStore() implements Store {}
