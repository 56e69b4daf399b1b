package dev.jobport.lab;

import dev.jobport.adapters.identity.AccessKey;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.conformance.Capability;
import dev.jobport.conformance.Endpoint;
import dev.jobport.conformance.wire.Key;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypePattern;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A lab with all that a clause can need, as an endpoint. Its time goes on, and jumps where a clause lets it pass. */
public final class LabEndpoint implements AutoCloseable {

    public static final Account ACCOUNT = new Account("000000000000", "us-east-1");
    private static final Account OTHER_REGION = new Account(ACCOUNT.id(), "eu-west-1");
    private static final Caller WORKER = caller("AKIDWORKER", ACCOUNT, ActionTypePattern.ANY);
    private static final Caller STRANGER = caller("AKIDSTRANGER", ACCOUNT, JobWorkerWorld.STRANGERS);
    private static final Caller FOREIGNER =
            caller("AKIDFOREIGNER", new Account("210987654321", ACCOUNT.region()), ActionTypePattern.ANY);
    private static final Caller ELSEWHERE = caller(WORKER.name(), OTHER_REGION, ActionTypePattern.ANY);
    private static final Caller ADMINISTRATOR =
            new Caller("AKIDADMINISTRATOR", ACCOUNT, Set.of(), true, Optional.empty());

    private final Lab lab = Lab.builder()
            .like(
                    List.of(ACCOUNT, OTHER_REGION),
                    Stream.of(WORKER, STRANGER, FOREIGNER, ADMINISTRATOR)
                            .map(LabEndpoint::accessKey)
                            .toList(),
                    InstantSource.system(),
                    action -> Optional.of(JobWorkerWorld.CREDENTIALS))
            .start();

    private static Caller caller(String name, Account account, ActionTypePattern allowed) {
        return new Caller(name, account, Set.of(allowed), false, Optional.empty());
    }

    private static AccessKey accessKey(Caller caller) {
        return new AccessKey(
                caller.name(),
                key(caller).secretAccessKey(),
                Optional.empty(),
                Optional.of(caller.account().id()),
                caller.actionTypes(),
                caller.control());
    }

    private static Key key(Caller caller) {
        return new Key(caller.name(), "secret-of-" + caller.name(), Optional.empty());
    }

    public URI uri() {
        return lab.endpoint();
    }

    /** Of all who call, by the ids of their access keys. */
    public Map<String, Key> keys() {
        return Stream.of(WORKER, STRANGER, FOREIGNER, ADMINISTRATOR)
                .collect(Collectors.toMap(Caller::name, LabEndpoint::key));
    }

    public DrivingPorts ports() {
        return lab.world().ports();
    }

    public List<ActionTypeId> customActionTypes() {
        return ports().operators().actionTypes(ACCOUNT, new PageRequest(100, Optional.empty())).items().stream()
                .map(ActionType::id)
                .filter(id -> id.owner() == ActionOwner.Custom)
                .toList();
    }

    /** With all capabilities. */
    public Endpoint endpoint() {
        return endpoint(uri(), ports -> new Endpoint.Control(ports.pipelines(), ports.operators()));
    }

    /** Something else in front of it. */
    public Endpoint endpoint(URI front, Function<DrivingPorts, Endpoint.Starting> starting) {
        return new Endpoint(
                front,
                InstantSource.system(),
                keys(),
                WORKER,
                Optional.of(STRANGER),
                Optional.of(ADMINISTRATOR),
                List.of(FOREIGNER, ELSEWHERE),
                Optional.of(starting.apply(ports())),
                Optional.of(duration -> {
                    lab.time().advance(duration);
                    return true;
                }),
                EnumSet.allOf(Capability.class));
    }

    @Override
    public void close() {
        lab.close();
    }
}
