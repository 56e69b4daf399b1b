/** The ports for job workers as seen through the AWS SDK: with it every carrier of AWS JSON is held to the contracts. */
package dev.jobport.adapters.wire.client;
