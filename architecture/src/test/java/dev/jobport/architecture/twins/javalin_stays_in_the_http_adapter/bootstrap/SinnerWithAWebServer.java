package dev.jobport.architecture.twins.javalin_stays_in_the_http_adapter.bootstrap;

import io.javalin.Javalin;

record SinnerWithAWebServer(Javalin javalin) {}
