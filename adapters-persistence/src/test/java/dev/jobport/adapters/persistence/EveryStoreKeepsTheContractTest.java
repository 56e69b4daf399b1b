package dev.jobport.adapters.persistence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.jobport.adapters.persistence.StoreKind.Capability;
import dev.jobport.adapters.persistence.memory.MemoryStore;
import dev.jobport.adapters.persistence.sqlite.SqliteStore;
import dev.jobport.adapters.persistence.twins.StoreWithoutContract;
import dev.jobport.application.driven.Store;
import dev.jobport.contracts.store.DamageContract;
import dev.jobport.contracts.store.DurableStoreContract;
import dev.jobport.contracts.store.ExclusiveStoreContract;
import dev.jobport.contracts.store.ReopenedStoreContract;
import dev.jobport.contracts.store.SecretsAtRestContract;
import dev.jobport.contracts.store.SharedStoreContract;
import dev.jobport.contracts.store.StoreContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EveryStoreKeepsTheContractTest {

    private static final String HERE = "dev.jobport.adapters.persistence";
    private static final JavaClasses ALL = new ClassFileImporter().importPackages(HERE);

    private static final ArchRule RULE = classes()
            .that()
            .implement(Store.class)
            .should(new ArchCondition<>("be held to the contracts by tests") {
                @Override
                public void check(JavaClass store, ConditionEvents events) {
                    for (Class<?> contract : lacking(store)) {
                        String lacks = store.getName() + " is not held to the " + contract.getSimpleName();
                        events.add(SimpleConditionEvent.violated(store, lacks));
                    }
                }
            });

    /** To the widest that it claims. */
    private static List<Class<?>> lacking(JavaClass store) {
        return contracts(capabilities(store)).stream()
                .filter(contract -> !isHeld(store, contract))
                .toList();
    }

    private static List<Class<?>> contracts(Set<Capability> capabilities) {
        List<Class<?>> contracts = new ArrayList<>(List.of(StoreContract.class));
        if (capabilities.contains(Capability.DURABLE)) {
            contracts.addAll(List.of(DurableStoreContract.class, ReopenedStoreContract.class, DamageContract.class));
            contracts.add(
                    capabilities.contains(Capability.SHARED)
                            ? SharedStoreContract.class
                            : ExclusiveStoreContract.class);
        }
        if (capabilities.contains(Capability.SEALS)) {
            contracts.add(SecretsAtRestContract.class);
        }
        return contracts;
    }

    private static Set<Capability> capabilities(JavaClass store) {
        try {
            return ((StoreKind) store.reflect().getField("KIND").get(null)).capabilities();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(store.getName() + " has no constant KIND, which says what it can do", e);
        }
    }

    private static boolean isHeld(JavaClass store, Class<?> contract) {
        return ALL.stream()
                .filter(test -> test.isAssignableTo(contract))
                .flatMap(test -> test.getDirectDependenciesFromSelf().stream())
                .anyMatch(dependency -> dependency.getTargetClass().getName().equals(store.getName()));
    }

    @Test
    void every_store_is_held_to_the_contract_by_a_test() {
        JavaClasses stores = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(HERE);

        assertThat(stores.contain(MemoryStore.class) && stores.contain(SqliteStore.class))
                .isTrue();
        RULE.check(stores);
    }

    @Test
    void a_store_without_such_a_test_is_named_with_each_contract_that_it_claims_to_keep() {
        String name = StoreWithoutContract.class.getName();

        assertThatThrownBy(() -> RULE.check(new ClassFileImporter().importClasses(StoreWithoutContract.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(name + " is not held to the StoreContract")
                .hasMessageContaining(name + " is not held to the DurableStoreContract")
                .hasMessageContaining(name + " is not held to the ReopenedStoreContract")
                .hasMessageContaining(name + " is not held to the DamageContract")
                .hasMessageContaining(name + " is not held to the SharedStoreContract")
                .hasMessageContaining(name + " is not held to the SecretsAtRestContract");
    }
}
