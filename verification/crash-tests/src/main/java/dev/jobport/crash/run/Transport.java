package dev.jobport.crash.run;

import java.util.List;

/** What carries the load. Before and after it a server is asked over HTTP. */
enum Transport {
    http,
    grpc;

    /** What a server is started with, besides what all are. */
    List<String> options() {
        return switch (this) {
            case http -> List.of();
            case grpc -> List.of("--grpc", "127.0.0.1:0");
        };
    }

    /** For the one client that all actions of a run belong to. */
    Wire over(HttpWire http, String clientId, String clientToken) {
        return switch (this) {
            case http -> http;
            case grpc -> new GrpcWire(http, clientId, clientToken);
        };
    }
}
