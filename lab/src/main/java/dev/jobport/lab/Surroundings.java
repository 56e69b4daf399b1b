package dev.jobport.lab;

import dev.jobport.domain.actiontype.ActionTypeId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The variables by which a worker that is a process of its own finds a lab. */
final class Surroundings {

    private Surroundings() {}

    static Map<String, String> of(
            Lab lab, Optional<URI> artifacts, Optional<ActionTypeId> type, Optional<Lab.Client> client) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("AWS_ENDPOINT_URL_CODEPIPELINE", lab.endpoint().toString());
        artifacts.ifPresent(it -> variables.put("AWS_ENDPOINT_URL_S3", it.toString()));
        variables.put("AWS_ACCESS_KEY_ID", lab.accessKeyId());
        variables.put("AWS_SECRET_ACCESS_KEY", lab.secretAccessKey());
        variables.put("AWS_REGION", lab.region());
        variables.put("AWS_DEFAULT_REGION", lab.region());
        variables.put("AWS_EC2_METADATA_DISABLED", "true"); // an SDK that looks there waits for seconds
        variables.put("JOBPORT_ENDPOINT", lab.endpoint().toString());
        type.ifPresent(it -> variables.put("JOBPORT_ACTION_TYPE", it.toString()));
        client.ifPresent(it -> {
            variables.put("JOBPORT_CLIENT_ID", it.id());
            variables.put("JOBPORT_CLIENT_TOKEN", it.token());
        });
        return variables;
    }
}
