package dev.jobport.architecture.twins.javalin_stays_in_the_http_adapter.adapters.http;

import io.javalin.Javalin;

record Server(Javalin javalin) {}
