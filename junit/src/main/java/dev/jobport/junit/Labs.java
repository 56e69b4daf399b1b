package dev.jobport.junit;

import dev.jobport.junit.LabFields.LabField;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Starts labs, hands them out, and ends them. A lab is kept by JUnit for the test or the class whose it is, and JUnit closes
 * it; so one extension serves tests that run at the same time.
 */
abstract class Labs
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final String LAB = "lab";

    private final Namespace own = Namespace.create(Labs.class, this);

    Labs() {}

    abstract Setup setup(ExtensionContext context);

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isOfClass(context) && running(context).isEmpty()) {
            start(context);
        }
    }

    private boolean isOfClass(ExtensionContext context) {
        return LabFields.of(context).stream().anyMatch(it -> it.value() == this && it.isStatic());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        RunningLab lab = running(context).orElseGet(() -> start(context));
        lab.lab().witness().enters(context.getUniqueId(), context.getDisplayName());
        if (lab.isOf(context) || isAlone(context)) {
            lab.begin(context.getDisplayName());
        }
    }

    /** Whether no other test uses the lab at the same time. */
    private static boolean isAlone(ExtensionContext context) {
        return context.getExecutionMode() == ExecutionMode.SAME_THREAD;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Optional<RunningLab> lab = running(context);
        if (lab.isPresent()) {
            lab.get().lab().witness().leaves(context.getUniqueId());
            EndOfTest end = new EndOfTest(lab.get(), context);
            if (lab.get().isOf(context)) {
                end.judge();
            } else if (isAlone(context)) {
                end.goOn();
            } else {
                end.tell();
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        running(context).filter(lab -> lab.isOf(context)).ifPresent(lab -> new EndOfTest(lab, context).judge());
    }

    /** So that a constructor gets the lab of the test for which it makes the instance. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        if (!Offer.isFor(parameter)) {
            return false;
        }
        List<LabField> fields = LabFields.of(context);
        Optional<String> name = parameter.findAnnotation(FromLab.class).map(FromLab::value);
        return fields.stream()
                .filter(field -> name.isPresent() && field.name().equals(name.get()))
                .findFirst()
                .or(() -> fields.stream().findFirst()) // who comes first says that nothing fits
                .map(field -> field.value() == this)
                .orElse(true);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        requireOneLab(parameter, LabFields.of(context));
        RunningLab lab = running(context).orElseGet(() -> {
            if (context.getTestMethod().isEmpty()) {
                throw new ParameterResolutionException(
                        "There is no lab yet for %s: each test has its own. A lab of the class is in a static field."
                                .formatted(parameter.getParameter()));
            }
            return start(context);
        });
        return Offer.of(lab, parameter);
    }

    private static void requireOneLab(ParameterContext parameter, List<LabField> fields) {
        List<String> names = fields.stream().map(LabField::name).toList();
        Optional<String> asked = parameter.findAnnotation(FromLab.class).map(FromLab::value);
        if (asked.isPresent() && !names.contains(asked.get())) {
            throw new ParameterResolutionException("There is no lab %s for %s; there are: %s."
                    .formatted(asked.get(), parameter.getParameter(), String.join(", ", names)));
        }
        if (asked.isEmpty() && names.size() > 1) {
            throw new ParameterResolutionException("There are several labs for %s: %s. Say which with @FromLab(\"%s\")."
                    .formatted(parameter.getParameter(), String.join(", ", names), names.get(0)));
        }
    }

    private RunningLab start(ExtensionContext context) {
        Setup setup = setup(context);
        RunningLab lab = new RunningLab(setup.start(), setup.demands(), context.getUniqueId());
        context.getStore(own).put(LAB, lab);
        return lab;
    }

    private Optional<RunningLab> running(ExtensionContext context) {
        Store store = context.getStore(own);
        return Optional.ofNullable(store.get(LAB, RunningLab.class));
    }
}
