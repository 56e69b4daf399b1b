package dev.jobport.verify.lab.api;

import dev.jobport.lab.Lab;
import dev.jobport.lab.LabBuilder;
import dev.jobport.lab.TypeOptions;
import dev.jobport.verdict.history.Expectations;
import dev.jobport.verdict.history.Vantage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The labs of this process. */
final class OpenLabs implements AutoCloseable {

    private static final int MOST = 1_000;
    private static final int LARGEST_PORT = 65_535;

    private final Map<Integer, OpenLab> byNumber = new ConcurrentSkipListMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    Stream<Route> routes() {
        return Stream.of(
                new Route("POST", "/labs", this::open),
                new Route("GET", "/labs", call -> list()),
                new Route("GET", "/labs/{lab}", call -> Answer.json(200, of(call).told())),
                new Route(
                        "POST",
                        "/labs/{lab}/clients",
                        call -> client(of(call).lab().newClient())),
                new Route("DELETE", "/labs/{lab}", this::end));
    }

    /** The one in the first place of the path. */
    OpenLab of(Call call) {
        String id = call.inPath().get(0);
        return byNumber.values().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "There is no lab " + id + "."));
    }

    private static Answer client(Lab.Client client) {
        return Answer.json(201, Map.of("id", client.id(), "token", client.token()));
    }

    private Answer list() {
        return Answer.json(
                200,
                Map.of("labs", byNumber.values().stream().map(OpenLab::told).toList()));
    }

    private Answer open(Call call) {
        Given given = call.body(
                "actionTypes", "keys", "seed", "port", "worker", "watchesOutput", "artifacts", "expectations");
        List<String> types = new ArrayList<>();
        LabBuilder builder = Lab.builder();
        for (Given type : given.objects(
                "actionTypes",
                "id",
                "properties",
                "dispatchLease",
                "jobTimeout",
                "actionTimeout",
                "continuationDelay")) {
            types.add(type.required("id"));
            builder.actionType(type.required("id"), like -> shape(like, type));
        }
        for (Given key : given.objects("keys", "accessKeyId", "secretAccessKey", "actionTypes")) {
            builder.key(
                    key.required("accessKeyId"),
                    key.required("secretAccessKey"),
                    key.texts("actionTypes").toArray(String[]::new));
        }
        given.number("seed").ifPresent(builder::seed);
        given.number("port").map(OpenLabs::port).ifPresent(builder::port);
        given.text("worker").ifPresent(builder::worker);
        if (given.truth("watchesOutput").orElse(false)) {
            builder.seenFrom(Vantage.OUTPUT);
        }
        if (given.truth("artifacts").orElse(false)) {
            builder.artifacts();
        }
        given.object("expectations", "pollInterval", "continuations", "patience")
                .map(OpenLabs::expectations)
                .ifPresent(builder::expecting);
        return Answer.json(201, open(builder, types).told());
    }

    OpenLab open(LabBuilder builder, List<String> types) {
        if (byNumber.size() >= MOST) {
            throw new Refused(409, "There are " + MOST + " labs already; end some of them.");
        }
        int number = numbers.incrementAndGet();
        OpenLab open = new OpenLab("lab-" + number, builder.start(), types);
        byNumber.put(number, open);
        return open;
    }

    private static Expectations expectations(Given given) {
        Expectations usual = Expectations.USUAL;
        return new Expectations(
                given.duration("pollInterval"),
                given.number("continuations").map(OpenLabs::count).orElse(usual.continuations()),
                given.duration("patience").orElse(usual.patience()));
    }

    private static int count(long number) {
        if (number < 1 || number > MOST) {
            throw Refused.wrong("expectations.continuations is from 1 to " + MOST + ", and not " + number + ".");
        }
        return (int) number;
    }

    private static int port(long number) {
        if (number < 0 || number > LARGEST_PORT) {
            throw Refused.wrong("port is from 0 to " + LARGEST_PORT + ", and not " + number + ".");
        }
        return (int) number;
    }

    private static void shape(TypeOptions like, Given type) {
        type.map("properties").forEach((name, kind) -> {
            switch (kind) {
                case "optional" -> like.property(name);
                case "required" -> like.required(name);
                case "secret" -> like.secret(name);
                case "queryable" -> like.queryable(name);
                default ->
                    throw Refused.wrong("The property " + name + " is optional, required, secret or queryable, and not "
                            + kind + ".");
            }
        });
        type.duration("dispatchLease").ifPresent(like::dispatchLease);
        type.duration("jobTimeout").ifPresent(like::jobTimeout);
        type.duration("actionTimeout").ifPresent(like::actionTimeout);
        type.duration("continuationDelay").ifPresent(like::continuationDelay);
    }

    private Answer end(Call call) {
        OpenLab one = of(call);
        byNumber.values().remove(one);
        one.lab().close();
        return Answer.NOTHING;
    }

    @Override
    public void close() {
        byNumber.values().forEach(it -> it.lab().close());
        byNumber.clear();
    }
}
