package dev.jobport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;

/** Tells stores from what they share: a folder that holds an implementation of {@code Store} is a store. */
final class StoresApart {

    private StoresApart() {}

    static ArchCondition<JavaClass> knowNoOtherStore(Hexagon it) {
        DescribedPredicate<JavaClass> store = it.type("application.driven.Store");
        return new ArchCondition<>("know no other store") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Optional<String> here = folder(it, type);
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    Optional<String> there = folder(it, target);
                    if (there.isPresent() && !there.equals(here) && isStore(it, target, store)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** In a folder below the stores that holds none. */
    static DescribedPredicate<JavaClass> shared(Hexagon it) {
        DescribedPredicate<JavaClass> store = it.type("application.driven.Store");
        return describe("are shared by stores", type -> folder(it, type).isPresent() && !isStore(it, type, store));
    }

    private static boolean isStore(Hexagon it, JavaClass type, DescribedPredicate<JavaClass> store) {
        Optional<String> folder = folder(it, type);
        JavaClass top = type;
        return top.getPackage().getParent().stream()
                .flatMap(parent -> parent.getClassesInPackageTree().stream())
                .filter(other -> folder(it, other).equals(folder))
                .anyMatch(store);
    }

    private static Optional<String> folder(Hexagon it, JavaClass type) {
        return Role.STORES.adapters().stream()
                .flatMap(adapter -> it.partOf("adapters." + adapter, type).map(part -> adapter + "." + part).stream())
                .findFirst();
    }
}
