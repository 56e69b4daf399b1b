package dev.jobport.architecture.twins.driving_adapters_see_driving_ports_only.application.usecase;

public record UseCases() {}
