package dev.jobport.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a parameter of type {@link java.net.URI}: where the worker is to look for its jobs. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Endpoint {

    /** Whether it is where the worker is to look for the artifacts of its jobs instead. */
    boolean artifacts() default false;
}
