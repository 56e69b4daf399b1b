package dev.jobport.architecture.twins.commands_know_only_the_control_api.application;

public interface Jobs {}
