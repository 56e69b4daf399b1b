package dev.jobport.architecture.twins.grpc_stays_in_the_grpc_adapter.bootstrap;

import io.grpc.BindableService;

record SinnerWithAService(BindableService service) {}
