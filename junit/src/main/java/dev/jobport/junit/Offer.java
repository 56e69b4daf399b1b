package dev.jobport.junit;

import dev.jobport.lab.Faults;
import dev.jobport.lab.Lab;
import dev.jobport.lab.LabTime;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.extension.ParameterContext;

/** What tests can ask for. The class of the AWS SDK is known by its name, because it may not be there. */
final class Offer {

    private static final String CLIENT = "software.amazon.awssdk.services.codepipeline.CodePipelineClient";
    private static final Set<String> TYPES =
            Set.of(Lab.class.getName(), LabTime.class.getName(), Faults.class.getName(), CLIENT);

    private Offer() {}

    static boolean isFor(ParameterContext parameter) {
        Class<?> type = parameter.getParameter().getType();
        return type == URI.class ? parameter.isAnnotated(Endpoint.class) : TYPES.contains(type.getName());
    }

    static Object of(RunningLab running, ParameterContext parameter) {
        Class<?> type = parameter.getParameter().getType();
        if (type == URI.class) {
            boolean ofArtifacts = parameter
                    .findAnnotation(Endpoint.class)
                    .filter(Endpoint::artifacts)
                    .isPresent();
            return ofArtifacts
                    ? running.lab().artifactEndpoint()
                    : running.lab().endpoint();
        } else if (type == LabTime.class) {
            return running.lab().time();
        } else if (type == Faults.class) {
            return running.lab().faults();
        } else if (type == Lab.class) {
            return running.lab();
        } else {
            return running.client();
        }
    }
}
