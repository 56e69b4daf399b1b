package dev.jobport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who catches a refusal: by its name anywhere, or by that of a supertype around a call of a port. */
final class Catching {

    /** Who may, and why. */
    static final Map<String, String> PLACES = Map.of(
            "adapters.wire.AwsJson", "answers a refusal in AWS's words, whatever carries the answer",
            "adapters.wire.json.Members", "adds where in the request the bad value stands",
            "adapters.grpc.Fields", "adds where in the request the bad value stands, and gathers them all",
            "adapters.identity.CredentialsReader", "adds where in the file the bad value stands",
            "adapters.persistence.postgres.PostgresJobs",
                    "reads a job again if the move refuses it as it was remembered",
            "conformance.NoOperators", "what a clause needs first is not what it is about",
            "conformance.Belongings", "tidies up after a clause what may be gone already",
            "application.usecase.HandingOut", "gives jobs back; a store that is away says so to whoever asks next",
            "bootstrap.Ticker", "goes on after a tick that failed, and logs it",
            "bootstrap.Server", "gives back what has started when a start fails half-way");

    private Catching() {}

    static ArchRule rule(Hexagon it) {
        return rule(it, PLACES.keySet());
    }

    static ArchRule rule(Hexagon it, Set<String> places) {
        DescribedPredicate<JavaClass> allowed = inTransports(it);
        for (String place : places) {
            allowed = allowed.or(it.type(place));
        }
        DescribedPredicate<JavaClass> ports = resideInAnyPackage(
                it.in("application.driving"), it.in("application.driven"), it.in("application.usecase"));
        return classes().that(not(allowed)).should(notCatch(it.type("domain.Refusal"), ports));
    }

    /** The one place of each transport. */
    private static DescribedPredicate<JavaClass> inTransports(Hexagon it) {
        Set<String> places = it.classInEach(Role.DRIVING, "Refusals");
        return DescribedPredicate.describe("are the one place of a transport", type -> places.contains(type.getName()));
    }

    private static ArchCondition<JavaClass> notCatch(
            DescribedPredicate<JavaClass> refusal, DescribedPredicate<JavaClass> ports) {
        return new ArchCondition<>("not catch refusals") {
            @Override
            public void check(JavaClass catcher, ConditionEvents events) {
                catcher.getTryCatchBlocks().stream()
                        .filter(block -> caught(block).anyMatch(refusal)
                                || caught(block).anyMatch(Catching::isAbove) && reaches(block, ports))
                        .map(block -> SimpleConditionEvent.violated(catcher, description(block)))
                        .forEach(events::add);
            }
        };
    }

    private static Stream<JavaClass> caught(TryCatchBlock block) {
        return block.getCaughtThrowables().stream();
    }

    private static boolean isAbove(JavaClass caught) {
        return caught.isEquivalentTo(RuntimeException.class)
                || caught.isEquivalentTo(Exception.class)
                || caught.isEquivalentTo(Throwable.class);
    }

    /** A port is called in the block itself, or in a method of the same class that the block calls. */
    private static boolean reaches(TryCatchBlock block, DescribedPredicate<JavaClass> ports) {
        Deque<JavaAccess<?>> toFollow = new ArrayDeque<>(block.getAccessesContainedInTryBlock());
        Set<JavaCodeUnit> followed = new HashSet<>();
        while (!toFollow.isEmpty()) {
            JavaAccess<?> access = toFollow.pop();
            if (isCallOf(ports, access)) {
                return true;
            }
            access.getTarget()
                    .resolveMember()
                    .filter(JavaCodeUnit.class::isInstance)
                    .map(JavaCodeUnit.class::cast)
                    .filter(method -> method.getOwner().equals(block.getOwner().getOwner()))
                    .filter(followed::add)
                    .ifPresent(method -> toFollow.addAll(method.getAccessesFromSelf()));
        }
        return false;
    }

    /** Values that ports take and give refuse nothing but themselves: only what a port or a use case does counts. */
    private static boolean isCallOf(DescribedPredicate<JavaClass> ports, JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return ports.test(owner)
                && !owner.isRecord()
                && !owner.isEnum()
                && !access.getTarget().getName().equals("<init>");
    }

    private static String description(TryCatchBlock block) {
        return block.getOwner().getFullName() + " catches refusals in " + block.getSourceCodeLocation();
    }
}
