package dev.jobport.adapters.http.worker;

import static java.util.Map.entry;

import dev.jobport.domain.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a refusal is called on the wire (CodePipeline API Reference, "Errors" of each operation). */
final class WireErrors {

    static final Map<Class<? extends Refusal>, String> NAMES = Map.ofEntries(
            entry(Refusal.Validation.class, "ValidationException"),
            entry(Refusal.AccessDenied.class, "AccessDeniedException"),
            entry(Refusal.JobNotFound.class, "JobNotFoundException"),
            entry(Refusal.InvalidJob.class, "InvalidJobException"),
            entry(Refusal.InvalidClientToken.class, "InvalidClientTokenException"),
            entry(Refusal.InvalidNonce.class, "InvalidNonceException"),
            entry(Refusal.InvalidJobState.class, "InvalidJobStateException"),
            entry(Refusal.ActionTypeNotFound.class, "ActionTypeNotFoundException"),
            entry(Refusal.InvalidNextToken.class, "InvalidNextTokenException"));

    /** What only pipelines and operators can cause; here it would be a bug. */
    static final Set<Class<? extends Refusal>> NEVER_HERE = Set.of(
            Refusal.ActionExecutionNotFound.class, Refusal.ClientNotFound.class, Refusal.ClientAlreadyExists.class);

    private WireErrors() {}

    static Optional<String> nameOf(Refusal refusal) {
        return Optional.ofNullable(NAMES.get(refusal.getClass()));
    }
}
