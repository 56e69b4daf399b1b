package dev.jobport.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.domain.JavaWildcardType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a final field must not hold, because it could change all the same. What is not known to be immutable is not. */
final class Immutability {

    private static final DescribedPredicate<JavaClass> JDK = resideInAnyPackage("java.time..", "java.util.function")
            .or(nameMatching(
                    "java\\.lang\\.(String|Boolean|Byte|Short|Character|Integer|Long|Float|Double|Class|Enum)"))
            .or(nameMatching("java\\.util\\.(List|Set|Map|Optional|OptionalInt|OptionalLong|UUID|Locale)"))
            .or(nameMatching("java\\.util\\.regex\\.Pattern|java\\.nio\\.charset\\.Charset|java\\.math\\.Big.*"))
            .as("are immutable");

    private Immutability() {}

    static ArchCondition<JavaField> beOfImmutableTypes(String domain) {
        DescribedPredicate<JavaClass> immutable = resideInAPackage(domain).or(JDK);
        return new ArchCondition<>("be of immutable types") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                List<String> others = involved(field.getType())
                        .filter(type -> type.isArray() || !(type.isPrimitive() || immutable.test(type)))
                        .map(JavaClass::getName)
                        .sorted()
                        .toList();
                events.add(new SimpleConditionEvent(
                        field, others.isEmpty(), field.getFullName() + " can change: it holds " + others));
            }
        };
    }

    /** The type and those that it is made with; an array is one of its own. */
    private static Stream<JavaClass> involved(JavaType type) {
        Stream<JavaClass> inside = type instanceof JavaParameterizedType made
                ? made.getActualTypeArguments().stream().flatMap(Immutability::involved)
                : type instanceof JavaWildcardType any
                        ? any.getUpperBounds().stream().flatMap(Immutability::involved)
                        : Stream.of();
        boolean named = !(type instanceof JavaWildcardType) && !(type instanceof JavaTypeVariable);
        return Stream.concat(Stream.of(type.toErasure()).filter(it -> named), inside);
    }

    static ArchCondition<JavaClass> fillNothingWhenItIsLoaded() {
        return new ArchCondition<>("make no collection that can change when it is loaded") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getStaticInitializer().stream()
                        .flatMap(initializer -> initializer.getConstructorCallsFromSelf().stream())
                        .filter(Immutability::makesACollection)
                        .map(call -> SimpleConditionEvent.violated(call, call.getDescription()))
                        .forEach(events::add);
            }
        };
    }

    private static boolean makesACollection(JavaConstructorCall call) {
        return call.getTargetOwner().isAssignableTo(Collection.class)
                || call.getTargetOwner().isAssignableTo(Map.class);
    }
}
