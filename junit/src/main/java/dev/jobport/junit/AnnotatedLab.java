package dev.jobport.junit;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The lab of a {@link JobportTest}. */
final class AnnotatedLab extends Labs {

    @Override
    Setup setup(ExtensionContext context) {
        if (!LabFields.of(context).isEmpty()) {
            throw new ExtensionConfigurationException(
                    "%s has labs in fields and a @JobportTest: one of them is too many."
                            .formatted(context.getRequiredTestClass().getName()));
        }
        JobportTest asked = nearest(context)
                .orElseThrow(
                        () -> new ExtensionConfigurationException(context.getDisplayName() + " has no @JobportTest."));
        return Setup.USUAL.failingOn(asked.failOn()).and(lab -> {
            Stream.of(asked.actionTypes()).forEach(lab::actionType);
            return asked.artifacts() ? lab.artifacts() : lab;
        });
    }

    private static Optional<JobportTest> nearest(ExtensionContext context) {
        List<Class<?>> outwards = new ArrayList<>(context.getEnclosingTestClasses());
        outwards.add(context.getRequiredTestClass());
        Collections.reverse(outwards);
        return Stream.<AnnotatedElement>concat(context.getTestMethod().stream(), outwards.stream())
                .flatMap(it -> AnnotationSupport.findAnnotation(it, JobportTest.class).stream())
                .findFirst();
    }
}
