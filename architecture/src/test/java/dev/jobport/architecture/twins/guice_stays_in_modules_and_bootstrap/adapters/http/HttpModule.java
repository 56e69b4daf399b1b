package dev.jobport.architecture.twins.guice_stays_in_modules_and_bootstrap.adapters.http;

import com.google.inject.AbstractModule;

public final class HttpModule extends AbstractModule {
    static final class Binding extends AbstractModule {}
}
