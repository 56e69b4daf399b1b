package dev.jobport.architecture.twins.dependencies_point_inwards.verdict;

public record Verdict(String conclusion) {}
