package dev.jobport.architecture.twins.packages_have_no_cycles.domain.job;

import dev.jobport.architecture.twins.packages_have_no_cycles.domain.action.SinnerAction;

public record SinnerJob(SinnerAction action) {}
