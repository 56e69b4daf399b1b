package dev.jobport.architecture.twins.guice_stays_in_modules_and_bootstrap.adapters.http;

import com.google.inject.Inject;

final class SinnerWithAnAnnotation {
    @Inject
    SinnerWithAnAnnotation() {}
}
