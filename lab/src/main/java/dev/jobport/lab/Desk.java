package dev.jobport.lab;

import dev.jobport.adapters.identity.NotReceived;
import dev.jobport.adapters.identity.SentBody;
import dev.jobport.adapters.identity.SentHeaders;
import dev.jobport.adapters.identity.SentRequest;
import dev.jobport.adapters.wire.Answer;
import dev.jobport.adapters.wire.AwsJson;
import dev.jobport.lab.carrier.Carrier;
import dev.jobport.lab.carrier.Line;
import dev.jobport.lab.carrier.Received;
import dev.jobport.lab.carrier.Receiver;
import dev.jobport.lab.faults.FaultPlan;
import dev.jobport.lab.faults.Framing;
import dev.jobport.lab.faults.Held;
import dev.jobport.lab.record.CallSighting;
import dev.jobport.lab.record.Members;
import dev.jobport.lab.record.Recorder;
import dev.jobport.lab.record.Sighting;
import dev.jobport.lab.world.World;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes each request from the carrier, has it written down, and does to it what is planned. */
record Desk(World world, Recorder recorder, FaultPlan faults, Supplier<Carrier> carrier) implements Receiver {

    /** As a server has it by default. */
    private static final int LARGEST_BODY = 1_048_576;

    @Override
    public void receive(Received request, Line line) {
        Sighting sighting = new CallSighting(recorder, request::header, request.connection(), members(request));
        if (request.unusable().isPresent()) {
            int status = request.unusable().get();
            boolean sent = line.send(Framing.of(status));
            sighting.answered(status, Integer.toString(status), new byte[0], sent, Optional.empty());
        } else {
            SentRequest sent = sent(request);
            faults.applyTo(new Held(world, recorder, carrier, by -> answer(sent, by), sighting, line));
        }
    }

    /** Of what will be refused for its size, none. */
    private static Map<String, String> members(Received request) {
        return request.body().length > LARGEST_BODY ? Map.of() : Members.of(request.body());
    }

    private static Answer answer(SentRequest request, AwsJson by) {
        boolean listens = request.method().equals("POST") && request.path().equals("/");
        return listens ? by.answer(request) : by.nothingHere(request);
    }

    private static SentRequest sent(Received request) {
        int query = request.target().indexOf('?');
        return new SentRequest(
                request.method(),
                query < 0 ? request.target() : request.target().substring(0, query),
                query < 0 ? "" : request.target().substring(query + 1),
                SentHeaders.of(each -> request.headers().forEach(it -> each.accept(it.getKey(), it.getValue()))),
                "",
                body(request.body()),
                "127.0.0.1");
    }

    private static SentBody body(byte[] bytes) {
        return SentBody.of(
                () -> {
                    if (bytes.length > LARGEST_BODY) {
                        throw new NotReceived.TooLarge(LARGEST_BODY);
                    }
                    return bytes;
                },
                more -> {});
    }
}
