package dev.jobport.architecture.tomorrow.application.driven;

public interface Store {}
