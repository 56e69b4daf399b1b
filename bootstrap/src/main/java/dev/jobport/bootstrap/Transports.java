package dev.jobport.bootstrap;

import com.google.inject.Module;
import dev.jobport.adapters.http.HttpModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The transports that a server has: HTTP always, others where a setting names them. The one place that knows them all: a
 * new transport adds its line here.
 */
final class Transports {

    /** By kind, the module that contributes the transport, made of the host and the port that it is to listen on. */
    private static final Map<String, BiFunction<String, Integer, Module>> BESIDES_HTTP = Map.of();

    private Transports() {}

    /** @throws CannotStart if a setting names a kind that there is not */
    static List<Module> chosenBy(Settings settings) {
        return modules(settings, BESIDES_HTTP);
    }

    static List<Module> modules(Settings settings, Map<String, BiFunction<String, Integer, Module>> besidesHttp) {
        List<Module> modules = new ArrayList<>();
        modules.add(new HttpModule(settings.http()));
        for (Settings.Listening wanted : settings.transports()) {
            BiFunction<String, Integer, Module> kind = besidesHttp.get(wanted.kind());
            if (kind == null) {
                throw new CannotStart("There is no transport '" + wanted.kind() + "' besides HTTP; known are "
                        + besidesHttp.keySet().stream().sorted().toList() + ".");
            }
            modules.add(kind.apply(wanted.host(), wanted.port()));
        }
        return modules;
    }
}
