package dev.jobport.architecture.twins.dependencies_point_inwards.adapters.http;

import dev.jobport.architecture.twins.dependencies_point_inwards.verdict.Verdict;

record SinnerWithAVerdict(Verdict verdict) {}
