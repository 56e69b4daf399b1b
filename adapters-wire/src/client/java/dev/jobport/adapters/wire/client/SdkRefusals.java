package dev.jobport.adapters.wire.client;

import dev.jobport.domain.Refusal;
import java.util.function.Supplier;
import software.amazon.awssdk.services.codepipeline.model.CodePipelineException;

/** The errors of the AWS SDK as the refusals that they came from. */
final class SdkRefusals {

    private static final String SUFFIX = "Exception";

    private SdkRefusals() {}

    /** Turns an error that the server named into the refusal of this name; any other is passed on and fails the test. */
    static <T> T refusing(Supplier<T> call) {
        try {
            return call.get();
        } catch (CodePipelineException e) {
            throw Refusal.told(name(e), e.awsErrorDetails().errorMessage())
                    .map(RuntimeException.class::cast)
                    .orElse(e);
        }
    }

    /** The SDK has typed exceptions for what is in the model; this holds for the others too, AccessDenied among them. */
    private static String name(CodePipelineException e) {
        String code = e.awsErrorDetails().errorCode();
        return code.endsWith(SUFFIX) ? code.substring(0, code.length() - SUFFIX.length()) : code;
    }
}
