package dev.jobport.architecture.twins.driven_adapters_see_driven_ports_only.adapters.credentials;

import dev.jobport.architecture.twins.driven_adapters_see_driven_ports_only.application.driving.Clock;

record SinnerWithAnotherPort(Clock clock) {}
