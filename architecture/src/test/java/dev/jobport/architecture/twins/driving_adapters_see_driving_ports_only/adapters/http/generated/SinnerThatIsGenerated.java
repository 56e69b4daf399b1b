package dev.jobport.architecture.twins.driving_adapters_see_driving_ports_only.adapters.http.generated;

import dev.jobport.architecture.twins.driving_adapters_see_driving_ports_only.application.driven.Store;

record SinnerThatIsGenerated(Store store) {}
