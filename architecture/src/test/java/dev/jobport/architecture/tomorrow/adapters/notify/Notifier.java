package dev.jobport.architecture.tomorrow.adapters.notify;

import dev.jobport.architecture.tomorrow.application.driven.Store;
import dev.jobport.architecture.tomorrow.application.driving.Clock;

record Notifier(Store store, Clock clock) {}
