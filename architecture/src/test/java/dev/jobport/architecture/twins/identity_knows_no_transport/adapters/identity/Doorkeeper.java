package dev.jobport.architecture.twins.identity_knows_no_transport.adapters.identity;

import java.nio.file.Path;

public record Doorkeeper(Path credentials) {}
