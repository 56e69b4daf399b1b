package dev.jobport.junit;

import dev.jobport.verdict.Severity;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * On a method: it is a test with a lab of its own. On a class: each test in it has one. What stands nearer to the test holds.
 * Whoever has more to say of the lab uses a {@link JobportExtension}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Test
@ExtendWith(AnnotatedLab.class)
public @interface JobportTest {

    /** Those that the lab has, such as {@code Custom/Build/Own/1}. */
    String[] actionTypes() default {};

    /** Whether the lab has artifacts that can be read and stored, as at S3. */
    boolean artifacts() default false;

    /** What is at least so severe fails the test. */
    Severity failOn() default Severity.ERROR;
}
