package dev.jobport.architecture.twins.dependencies_point_inwards.common;

record SinnerOfNoLayer() {}
