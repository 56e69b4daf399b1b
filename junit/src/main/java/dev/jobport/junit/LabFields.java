package dev.jobport.junit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The fields by which a test, the class around it and so on have labs. Their names tell the labs apart. */
final class LabFields {

    private LabFields() {}

    /** Those that are there already: before there is an instance, these are static. */
    static List<LabField> of(ExtensionContext context) {
        List<Class<?>> classes = new ArrayList<>(context.getEnclosingTestClasses());
        context.getTestClass().ifPresent(classes::add);
        return classes.stream()
                .flatMap(type -> AnnotationSupport.findAnnotatedFields(
                        type,
                        RegisterExtension.class,
                        field -> JobportExtension.class.isAssignableFrom(field.getType()),
                        HierarchyTraversalMode.TOP_DOWN)
                        .stream())
                .distinct()
                .flatMap(field -> read(field, context).stream())
                .toList();
    }

    private static Optional<LabField> read(Field field, ExtensionContext context) {
        boolean isStatic = Modifier.isStatic(field.getModifiers());
        Stream<Object> owners = isStatic
                ? Stream.of(field.getDeclaringClass())
                : context.getTestInstances().stream()
                        .flatMap(instances -> instances.getAllInstances().stream())
                        .filter(field.getDeclaringClass()::isInstance);
        return owners.findFirst()
                .flatMap(owner -> ReflectionSupport.tryToReadFieldValue(field, isStatic ? null : owner)
                        .toOptional())
                .map(value -> new LabField(field.getName(), isStatic, (Labs) value));
    }

    /** A field and what is in it. */
    record LabField(String name, boolean isStatic, Labs value) {}
}
