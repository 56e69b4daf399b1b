package dev.jobport.architecture.twins.driven_adapters_see_driven_ports_only.adapters.persistence.memory;

import dev.jobport.architecture.twins.driven_adapters_see_driven_ports_only.application.usecase.UseCases;

record SinnerWithAUseCase(UseCases useCases) {}
