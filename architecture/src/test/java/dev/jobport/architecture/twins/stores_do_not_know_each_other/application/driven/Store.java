package dev.jobport.architecture.twins.stores_do_not_know_each_other.application.driven;

public interface Store {}
