/** gRPC: a service for each driving port that is offered, and what stands before them all. */
package dev.jobport.adapters.grpc;
