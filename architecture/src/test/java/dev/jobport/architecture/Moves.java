package dev.jobport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;

/** The moves of a job, as Job itself tells them: what returns a job, alone or in something, makes or moves one. */
final class Moves {

    /** The stores' own: the door by which a stored job comes back. */
    private static final String OF_STORES = "restore";

    private Moves() {}

    static DescribedPredicate<JavaAccess<?>> of(Hexagon it) {
        DescribedPredicate<JavaClass> job = it.type("domain.job.Job");
        return describe(
                "moves",
                access -> method(access, job)
                        && !access.getTarget().getName().equals(OF_STORES)
                        && access.getTarget().resolveMember().stream()
                                .anyMatch(member -> makes((JavaMethod) member, job)));
    }

    static DescribedPredicate<JavaAccess<?>> restoring(Hexagon it) {
        DescribedPredicate<JavaClass> job = it.type("domain.job.Job");
        return describe(
                "restore",
                access -> method(access, job) && access.getTarget().getName().equals("restore"));
    }

    private static boolean method(JavaAccess<?> access, DescribedPredicate<JavaClass> owner) {
        return owner.test(access.getTargetOwner())
                && access.getTarget()
                        .resolveMember()
                        .filter(JavaMethod.class::isInstance)
                        .isPresent();
    }

    private static boolean makes(JavaMethod method, DescribedPredicate<JavaClass> job) {
        return method.getReturnType().getAllInvolvedRawTypes().stream()
                .anyMatch(type -> job.test(type)
                        || type.getPackageName().equals(method.getOwner().getPackageName())
                                && type.getFields().stream().anyMatch(field -> job.test(field.getRawType())));
    }
}
