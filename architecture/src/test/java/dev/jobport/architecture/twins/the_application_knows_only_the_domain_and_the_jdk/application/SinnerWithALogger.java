package dev.jobport.architecture.twins.the_application_knows_only_the_domain_and_the_jdk.application;

import org.slf4j.Logger;

record SinnerWithALogger(Logger logger) {}
