package dev.jobport.architecture.twins.commands_know_only_the_control_api.cli;

import dev.jobport.architecture.twins.commands_know_only_the_control_api.domain.JobId;

record SinnerWithAnId(JobId id) {}
