package dev.jobport.architecture.twins.dependencies_point_inwards.domain;

public record Job(String id) {}
