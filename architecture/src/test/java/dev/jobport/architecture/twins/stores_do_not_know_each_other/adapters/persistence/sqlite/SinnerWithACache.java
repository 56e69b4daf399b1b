package dev.jobport.architecture.twins.stores_do_not_know_each_other.adapters.persistence.sqlite;

import dev.jobport.architecture.twins.stores_do_not_know_each_other.adapters.persistence.memory.MemoryStore;

record SinnerWithACache(MemoryStore cache) {}
