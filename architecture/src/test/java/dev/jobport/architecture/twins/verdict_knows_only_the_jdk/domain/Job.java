package dev.jobport.architecture.twins.verdict_knows_only_the_jdk.domain;

public record Job(String id) {}
