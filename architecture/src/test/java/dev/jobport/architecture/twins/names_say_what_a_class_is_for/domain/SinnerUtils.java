package dev.jobport.architecture.twins.names_say_what_a_class_is_for.domain;

record SinnerUtils() {}
