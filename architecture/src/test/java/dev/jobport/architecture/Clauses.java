package dev.jobport.architecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.jobport.conformance.Conformance;
import dev.jobport.contracts.Clause;
import dev.jobport.contracts.actiontypes.ActionTypeContract;
import dev.jobport.contracts.worker.CustomJobWorkerContract;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The clauses of the contracts, as they stand on the tests. */
final class Clauses {

    /** What each family of clauses is about, in the order in which they are read. */
    static final Map<String, String> FAMILIES = families();

    private static final Comparator<Method> BY_ID = Comparator.comparing(
                    (Method test) -> List.copyOf(FAMILIES.keySet()).indexOf(family(test)))
            .thenComparing(test -> Integer.parseInt(id(test).substring(id(test).indexOf('-') + 1)));

    private Clauses() {}

    private static Map<String, String> families() {
        Map<String, String> families = new LinkedHashMap<>();
        families.put("FRONT", "The wire as such");
        families.put("OFFER", "Polling, and looking at what was polled");
        families.put("ACK", "Acknowledging");
        families.put("RESULT", "Reporting results, and going on");
        families.put("REPEAT", "Repeats");
        families.put("TIME", "Jobs and actions that are not finished in time");
        families.put("STOP", "Stopping an action");
        families.put("KEYS", "Credentials for artifacts");
        families.put("CUSTOM", "Custom job workers");
        families.put("CONFIG", "Configurations and queries");
        families.put("URL", "Where people are led from an action");
        families.put("PARTNER", "Third-party job workers");
        families.put("CLIENT", "Clients whose tokens are rotated, and that are removed");
        families.put("ACCESS", "Who may touch which jobs");
        families.put("ACCOUNT", "Accounts and regions apart");
        families.put("TYPE", "Custom action types come and go");
        families.put("LIST", "The list of action types");
        families.put("DECLARE", "How a provider declares its action type");
        families.put("CHANGE", "How an operator changes an action type");
        families.put("TAG", "Tags of action types");
        return families;
    }

    /** All tests of the contracts that any endpoint can be asked to keep. */
    static List<Method> tests() {
        return Stream.of(CustomJobWorkerContract.class, ActionTypeContract.class, Conformance.class)
                .map(Class::getPackageName)
                .flatMap(it -> new ClassFileImporter().importPackages(it).stream())
                .flatMap(it -> Stream.of(it.reflect().getDeclaredMethods()))
                .filter(it -> it.isAnnotationPresent(Test.class))
                .toList();
    }

    static List<Method> inOrder() {
        return tests().stream().sorted(BY_ID).toList();
    }

    static String id(Method test) {
        return test.getAnnotation(Clause.class).id();
    }

    static String family(Method test) {
        return id(test).substring(0, id(test).indexOf('-'));
    }
}
