package dev.jobport.architecture.twins.verdict_knows_only_the_jdk.verdict;

import dev.jobport.architecture.twins.verdict_knows_only_the_jdk.domain.Job;

record SinnerWithAJob(Job job) {}
