package dev.jobport.architecture.twins.commands_know_only_the_control_api.adapters.http;

public record Answer(int status) {}
