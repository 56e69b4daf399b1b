package dev.jobport.architecture.twins.the_fields_of_the_domain_are_of_immutable_types.domain;

record SinnerWithAnArray(int[] counts) {}
