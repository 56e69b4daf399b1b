package dev.jobport.architecture.twins.driving_adapters_see_driving_ports_only.adapters.http;

import dev.jobport.architecture.twins.driving_adapters_see_driving_ports_only.application.driven.Store;

record SinnerWithAStore(Store store) {}
