package dev.jobport.architecture.twins.grpc_stays_in_the_grpc_adapter.adapters.grpc;

import io.grpc.BindableService;

record Server(BindableService service) {}
