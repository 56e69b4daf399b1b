package dev.jobport.architecture.twins.the_apis_of_the_http_adapter_do_not_know_each_other.adapters.http.javalin;

public record Query() {}
