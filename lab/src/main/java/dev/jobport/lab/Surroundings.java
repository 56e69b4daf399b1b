package dev.jobport.lab;

import dev.jobport.domain.actiontype.ActionTypeId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The variables by which a worker that is a process of its own finds a lab. */
final class Surroundings {

    /** The hosts that are reached without a proxy. Some programs read the one, some the other. */
    private static final List<String> PROXYLESS = List.of("NO_PROXY", "no_proxy");

    private Surroundings() {}

    /** Otherwise a worker behind a proxy would reach its lab through the proxy. */
    static String withLoopback(String others) {
        return others == null || others.isBlank() ? "127.0.0.1" : others + ",127.0.0.1";
    }

    static Map<String, String> of(
            Lab lab, Optional<URI> artifacts, Optional<ActionTypeId> type, List<Lab.Client> clients) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("AWS_ENDPOINT_URL_CODEPIPELINE", lab.endpoint().toString());
        artifacts.ifPresent(it -> variables.put("AWS_ENDPOINT_URL_S3", it.toString()));
        variables.put("AWS_ACCESS_KEY_ID", lab.accessKeyId());
        variables.put("AWS_SECRET_ACCESS_KEY", lab.secretAccessKey());
        variables.put("AWS_REGION", lab.region());
        variables.put("AWS_DEFAULT_REGION", lab.region());
        variables.put("AWS_EC2_METADATA_DISABLED", "true"); // an SDK that looks there waits for seconds
        PROXYLESS.forEach(name -> variables.put(name, withLoopback(System.getenv(name))));
        variables.put("JOBPORT_ENDPOINT", lab.endpoint().toString());
        type.ifPresent(it -> variables.put("JOBPORT_ACTION_TYPE", it.toString()));
        clients.stream().findFirst().ifPresent(it -> {
            variables.put("JOBPORT_CLIENT_ID", it.id());
            variables.put("JOBPORT_CLIENT_TOKEN", it.token());
            variables.put(
                    "JOBPORT_CLIENT_TOKENS",
                    clients.stream().map(one -> one.id() + "=" + one.token()).collect(Collectors.joining(" ")));
        });
        return variables;
    }
}
