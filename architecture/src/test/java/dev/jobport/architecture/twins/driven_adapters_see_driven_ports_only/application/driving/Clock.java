package dev.jobport.architecture.twins.driven_adapters_see_driven_ports_only.application.driving;

public interface Clock {}
