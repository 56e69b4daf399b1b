package dev.jobport.architecture.twins.dependencies_point_inwards.adapters.http;

import dev.jobport.architecture.twins.dependencies_point_inwards.application.Jobs;
import dev.jobport.architecture.twins.dependencies_point_inwards.bootstrap.Settings;

record SinnerWhoKnowsBootstrap(Settings settings, Jobs jobs) {}
