package dev.jobport.conformance;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the run's endpoint to the classes of clauses. It is the session's, so that two runs share nothing. */
final class AskedParameter implements ParameterResolver {

    static final String KEY = "asked";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Asked.class;
    }

    @Override
    public Asked resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(AskedParameter.class))
                .get(KEY, Asked.class);
    }
}
