package dev.jobport.bootstrap;

import com.google.inject.Module;
import dev.jobport.adapters.grpc.GrpcModule;
import dev.jobport.adapters.grpc.GrpcSettings;
import dev.jobport.adapters.http.HttpModule;
import dev.jobport.adapters.http.HttpSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The transports that a server has: HTTP always, others where a setting names them. The one place that knows them all: a
 * new transport adds its line here.
 */
final class Transports {

    /** By kind, what makes the module that contributes the transport. What is not wanted is not even loaded. */
    private static final Map<String, BiFunction<Settings, Settings.Listening, Module>> BESIDES_HTTP =
            Map.of("grpc", (settings, wanted) -> new GrpcModule(grpc(settings.http(), wanted)));

    private Transports() {}

    /** @throws CannotStart if a setting names a kind that there is not */
    static List<Module> chosenBy(Settings settings) {
        return modules(settings, BESIDES_HTTP);
    }

    static List<Module> modules(
            Settings settings, Map<String, BiFunction<Settings, Settings.Listening, Module>> besidesHttp) {
        List<Module> modules = new ArrayList<>();
        modules.add(new HttpModule(settings.http()));
        for (Settings.Listening wanted : settings.transports()) {
            BiFunction<Settings, Settings.Listening, Module> kind = besidesHttp.get(wanted.kind());
            if (kind == null) {
                throw new CannotStart("There is no transport '" + wanted.kind() + "' besides HTTP; known are "
                        + besidesHttp.keySet().stream().sorted().toList() + ".");
            }
            modules.add(kind.apply(settings, wanted));
        }
        return modules;
    }

    /** What HTTP takes from its clients, gRPC takes too. */
    private static GrpcSettings grpc(HttpSettings http, Settings.Listening wanted) {
        return new GrpcSettings(wanted.host(), wanted.port(), http.limits(), http.tls());
    }
}
