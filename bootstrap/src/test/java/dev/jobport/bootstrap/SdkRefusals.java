package dev.jobport.bootstrap;

import dev.jobport.domain.Refusal;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeNotFoundException;
import software.amazon.awssdk.services.codepipeline.model.CodePipelineException;
import software.amazon.awssdk.services.codepipeline.model.InvalidArnException;
import software.amazon.awssdk.services.codepipeline.model.InvalidClientTokenException;
import software.amazon.awssdk.services.codepipeline.model.InvalidJobException;
import software.amazon.awssdk.services.codepipeline.model.InvalidJobStateException;
import software.amazon.awssdk.services.codepipeline.model.InvalidNextTokenException;
import software.amazon.awssdk.services.codepipeline.model.InvalidNonceException;
import software.amazon.awssdk.services.codepipeline.model.InvalidTagsException;
import software.amazon.awssdk.services.codepipeline.model.JobNotFoundException;
import software.amazon.awssdk.services.codepipeline.model.LimitExceededException;
import software.amazon.awssdk.services.codepipeline.model.RequestFailedException;
import software.amazon.awssdk.services.codepipeline.model.ResourceNotFoundException;
import software.amazon.awssdk.services.codepipeline.model.TooManyTagsException;
import software.amazon.awssdk.services.codepipeline.model.ValidationException;

/** The errors of the AWS SDK as the refusals that they came from. */
final class SdkRefusals {

    private static final Pattern ACTION_TYPE_DENIED = Pattern.compile(":actiontype:(\\S+) because");

    private SdkRefusals() {}

    /** Turns the SDK's typed exceptions into refusals; an error that the SDK cannot type is passed on and fails the test. */
    static <T> T refusing(Supplier<T> call) {
        try {
            return call.get();
        } catch (ValidationException e) {
            throw new Refusal.Validation(message(e));
        } catch (ActionTypeNotFoundException e) {
            throw new Refusal.ActionTypeNotFound(message(e).replace(" is not available", ""));
        } catch (JobNotFoundException e) {
            throw new Refusal.JobNotFound(message(e));
        } catch (InvalidJobException e) {
            throw new Refusal.InvalidJob(message(e));
        } catch (InvalidClientTokenException e) {
            throw new Refusal.InvalidClientToken();
        } catch (InvalidNonceException e) {
            throw new Refusal.InvalidNonce();
        } catch (InvalidJobStateException e) {
            throw new Refusal.InvalidJobState(message(e));
        } catch (LimitExceededException e) {
            throw new Refusal.LimitExceeded(message(e));
        } catch (RequestFailedException e) {
            throw new Refusal.RequestFailed(message(e));
        } catch (InvalidNextTokenException e) {
            throw new Refusal.InvalidNextToken();
        } catch (InvalidArnException e) {
            throw new Refusal.InvalidArn(message(e), "");
        } catch (ResourceNotFoundException e) {
            throw new Refusal.ResourceNotFound(message(e));
        } catch (InvalidTagsException e) {
            throw new Refusal.InvalidTags(message(e));
        } catch (TooManyTagsException e) {
            throw new Refusal.TooManyTags(0, 0);
        } catch (CodePipelineException e) { // not in the model, so without a type of its own
            Matcher denied = ACTION_TYPE_DENIED.matcher(String.valueOf(message(e)));
            if (e.awsErrorDetails().errorCode().equals("AccessDeniedException") && denied.find()) {
                throw new Refusal.AccessDenied(denied.group(1));
            }
            throw e;
        }
    }

    private static String message(CodePipelineException e) {
        return e.awsErrorDetails().errorMessage();
    }
}
