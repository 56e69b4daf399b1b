package dev.jobport.junit;

import dev.jobport.lab.LabBuilder;
import dev.jobport.lab.TypeOptions;
import dev.jobport.verdict.Severity;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each test a lab, if it is in a field of an instance, or all tests of a class one lab, if it is in a static field:
 *
 * <pre>{@code
 * @RegisterExtension
 * final JobportExtension jobport = JobportExtension.lab().actionType("Custom/Build/Own/1");
 * }</pre>
 *
 * <p>Constructors, methods before and after, and tests get as parameters what they ask for: a {@code Lab}, its
 * {@code LabTime}, its {@code Faults}, an {@link Endpoint}, or a {@code CodePipelineClient} of the AWS SDK that is made for
 * it. After the methods that stop the worker, the worker is judged: a broken rule fails the test, and so does a fault that
 * was planned and never happened.
 *
 * <p>It knows what labs are to be like, and nothing of those that there are. None of its methods changes it.
 */
public final class JobportExtension extends Labs {

    private final Setup setup;

    private JobportExtension(Setup setup) {
        this.setup = setup;
    }

    /** A lab without action types. */
    public static JobportExtension lab() {
        return new JobportExtension(Setup.USUAL);
    }

    /**
     * With a type whose actions take any configuration.
     *
     * @param id {@code Custom/Build/Own/1}
     */
    public JobportExtension actionType(String id) {
        return with(lab -> lab.actionType(id));
    }

    /** With a type that is like this. */
    public JobportExtension actionType(String id, Consumer<TypeOptions> like) {
        return with(lab -> lab.actionType(id, like));
    }

    /** With artifacts that can be read and stored, as at S3; see {@link LabBuilder#artifacts}. */
    public JobportExtension artifacts() {
        return with(LabBuilder::artifacts);
    }

    /** With the random choices of an earlier run, to see it again. */
    public JobportExtension seed(long number) {
        return with(lab -> lab.seed(number));
    }

    /** With whatever else a lab can be told. */
    public JobportExtension with(UnaryOperator<LabBuilder> more) {
        return new JobportExtension(setup.and(more));
    }

    /** What is at least so severe fails a test; errors do, if it is not given. */
    public JobportExtension failOn(Severity severity) {
        return new JobportExtension(setup.failingOn(severity));
    }

    @Override
    Setup setup(ExtensionContext context) {
        return setup;
    }
}
