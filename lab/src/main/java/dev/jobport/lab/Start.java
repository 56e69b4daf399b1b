package dev.jobport.lab;

import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.lab.artifacts.Shelf;
import dev.jobport.lab.faults.FaultPlan;
import dev.jobport.lab.record.Recorder;
import dev.jobport.lab.record.SecretTags;
import dev.jobport.lab.world.World;
import dev.jobport.verdict.history.ActionStarted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Starts actions as a pipeline does. What has to be known of one before anybody polls is known by then. */
record Start(World world, Recorder recorder, FaultPlan faults, Shelf shelf) {

    /** @param client whose a third party's action is if the input does not say */
    Action of(ActionTypeId type, Action.Input input, Supplier<Lab.Client> client) {
        tagSecrets(type, input);
        Optional<ClientId> owner = owner(type, input, client);
        List<Artifact> inputs = placed(input.inputs());
        List<Artifact> outputs = placed(input.outputs());
        ActionInput given = new ActionInput(
                input.configuration(), PipelineContext.NONE, inputs, shelf.shuffled(outputs), Optional.empty());
        return world.as("pipeline", () -> {
            String id = world.ports()
                    .pipelines()
                    .startActionExecution(world.account(), type, owner, given)
                    .actionExecutionId()
                    .value();
            for (int i = 0; i < inputs.size(); i++) {
                shelf.toRead(id, inputs.get(i), input.inputs().get(i).content());
            }
            outputs.forEach(it -> shelf.toStore(id, it));
            input.plan(faults, id);
            recorder.add(number -> new ActionStarted(number, recorder.now(), id, type.toString(), input.workFails()));
            return new Action(id, world, recorder, places(outputs));
        });
    }

    private List<Artifact> placed(List<Parcel> parcels) {
        return parcels.stream().map(it -> it.artifact(shelf::place)).toList();
    }

    private Map<String, Supplier<Optional<byte[]>>> places(List<Artifact> outputs) {
        Map<String, Supplier<Optional<byte[]>>> places = new HashMap<>();
        outputs.forEach(it -> places.put(it.name(), () -> shelf.stored(it)));
        return places;
    }

    static ActionTypeId type(String text) {
        return ActionTypeId.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "An action type is named like Custom/Build/Own/1, and not like " + text + "."));
    }

    private static Optional<ClientId> owner(ActionTypeId type, Action.Input input, Supplier<Lab.Client> client) {
        Optional<String> named = input.client();
        boolean isThirdParty = type.owner() == ActionOwner.ThirdParty;
        return (isThirdParty ? named.or(() -> Optional.of(client.get().id())) : named).map(ClientId::new);
    }

    private void tagSecrets(ActionTypeId id, Action.Input input) {
        Set<String> secrets = world.store()
                .actionTypes()
                .find(world.account(), id)
                .map(type -> type.secretsAmong(input.configuration().keySet()))
                .orElse(Set.of());
        secrets.forEach(name -> tagSecret(name, input.configuration().get(name)));
    }

    private void tagSecret(String name, String value) {
        TypeOptions.requireToBeFound("secret " + name, value);
        recorder.tags().tag(SecretTags.Kind.SECRET, value);
    }
}
