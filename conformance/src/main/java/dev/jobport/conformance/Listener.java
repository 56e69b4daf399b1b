package dev.jobport.conformance;

import dev.jobport.conformance.wire.SetUpFailed;
import dev.jobport.contracts.Clause;
import dev.jobport.verdict.RuleId;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Makes a finding of each clause that was asked, and of each that could not be. */
final class Listener implements TestExecutionListener {

    private static final Map<Class<?>, String> FAMILIES = Map.of(
            CustomClauses.class, "custom",
            ThirdPartyClauses.class, "third-party",
            ActionTypeClauses.class, "action types",
            FrontDoorClauses.class, "wire");
    private static final int LINES = 12;

    private final Notes notes;
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    Listener(Notes notes) {
        this.notes = notes;
    }

    static List<Class<?>> classes() {
        return List.copyOf(FAMILIES.keySet());
    }

    List<Finding> findings() {
        return new ArrayList<>(findings.values());
    }

    /** Until it is finished, a clause has not been asked. */
    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        plan.accept(new TestPlan.Visitor() {
            @Override
            public void visit(TestIdentifier test) {
                if (test.isTest()) {
                    put(test, Outcome.SET_UP_ERROR, Set.of(), "it was not asked");
                }
            }
        });
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        notes.clear();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (!test.isTest()) {
            return;
        }
        Throwable failure = result.getThrowable().orElse(null);
        if (!notes.missing().isEmpty()) {
            put(test, Outcome.NOT_APPLICABLE, notes.missing(), "needs " + words(notes.missing()));
        } else if (failure == null) {
            put(
                    test,
                    Outcome.PASS,
                    Set.of(),
                    notes.isWhole() ? "" : "how its jobs stand was not looked at, without " + Capability.CONTROL);
        } else if (isSetUp(failure)) {
            put(test, Outcome.SET_UP_ERROR, Set.of(), detail(failure));
        } else {
            boolean silent = clause(test).source() == Clause.Source.OURS;
            put(test, silent ? Outcome.DIFFERS : Outcome.FAIL, Set.of(), detail(failure));
        }
    }

    private static String words(Set<Capability> capabilities) {
        return capabilities.stream().sorted().map(Capability::toString).collect(Collectors.joining(", "));
    }

    /** Also where an assertion expected another exception, and only tells of this one. */
    private static boolean isSetUp(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .anyMatch(each -> each instanceof SetUpFailed
                        || String.valueOf(each.getMessage()).contains(SetUpFailed.class.getName()));
    }

    private String detail(Throwable failure) {
        String message = String.valueOf(failure.getMessage())
                .lines()
                .filter(line -> !line.isBlank() && !line.matches("\\s*(at |\\.\\.\\.\\().*"))
                .limit(LINES)
                .collect(Collectors.joining("\n"));
        String last = notes.last().map(exchange -> "\nlast: " + exchange).orElse("");
        return message.isEmpty() ? failure + last : message + last;
    }

    private static Clause clause(TestIdentifier test) {
        return method(test).getAnnotation(Clause.class);
    }

    private static Method method(TestIdentifier test) {
        return ((MethodSource) test.getSource().orElseThrow()).getJavaMethod();
    }

    private void put(TestIdentifier test, Outcome outcome, Set<Capability> missing, String detail) {
        Clause clause = clause(test);
        MethodSource source = (MethodSource) test.getSource().orElseThrow();
        String statement = source.getMethodName().replace('_', ' ');
        findings.put(
                test.getUniqueId(),
                new Finding(
                        RuleId.of(clause.id()),
                        FAMILIES.get(source.getJavaClass()),
                        Character.toUpperCase(statement.charAt(0)) + statement.substring(1) + ".",
                        clause.source(),
                        clause.where(),
                        outcome,
                        missing,
                        detail));
    }
}
