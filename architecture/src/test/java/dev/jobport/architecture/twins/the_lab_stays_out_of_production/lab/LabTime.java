package dev.jobport.architecture.twins.the_lab_stays_out_of_production.lab;

public record LabTime(long ahead) {}
