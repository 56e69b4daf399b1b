package dev.jobport.architecture.twins.adapters_do_not_know_each_other.adapters.http;

import dev.jobport.architecture.twins.adapters_do_not_know_each_other.adapters.identity.Doorkeeper;

record HttpServer(Doorkeeper doorkeeper) {}
