package dev.jobport.architecture.tomorrow.application.driving;

public interface Clock {}
