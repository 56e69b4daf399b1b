package dev.jobport.architecture.twins.only_front_doors_are_public_in_adapters.adapters.persistence.memory;

import dev.jobport.architecture.twins.only_front_doors_are_public_in_adapters.application.driven.Store;

public record MemoryStore() implements Store {}
