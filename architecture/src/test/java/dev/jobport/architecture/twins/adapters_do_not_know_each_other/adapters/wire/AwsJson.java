package dev.jobport.architecture.twins.adapters_do_not_know_each_other.adapters.wire;

import dev.jobport.architecture.twins.adapters_do_not_know_each_other.adapters.identity.Doorkeeper;

public record AwsJson(Doorkeeper doorkeeper) {}
