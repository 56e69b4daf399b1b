package dev.jobport.architecture.twins.the_aws_sdk_stays_in_the_credentials_adapter.adapters.http;

import software.amazon.awssdk.regions.Region;

record SinnerWithAnSdk(Region region) {}
