package dev.jobport.architecture.twins.packages_have_no_cycles.domain.action;

import dev.jobport.architecture.twins.packages_have_no_cycles.domain.job.SinnerJob;

public record SinnerAction(SinnerJob job) {}
