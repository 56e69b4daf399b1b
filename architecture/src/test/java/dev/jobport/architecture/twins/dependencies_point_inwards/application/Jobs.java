package dev.jobport.architecture.twins.dependencies_point_inwards.application;

import dev.jobport.architecture.twins.dependencies_point_inwards.domain.Job;

public interface Jobs {
    Job find(String id);
}
