package dev.jobport.architecture.twins.the_aws_sdk_stays_in_the_credentials_adapter.adapters.credentials;

import software.amazon.awssdk.regions.Region;

record Minting(Region region) {}
