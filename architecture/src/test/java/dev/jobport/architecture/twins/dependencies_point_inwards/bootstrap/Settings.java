package dev.jobport.architecture.twins.dependencies_point_inwards.bootstrap;

public record Settings(int port) {}
