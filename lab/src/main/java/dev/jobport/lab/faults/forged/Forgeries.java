package dev.jobport.lab.faults.forged;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.adapters.wire.Answer;
import dev.jobport.adapters.wire.AwsJson;
import dev.jobport.lab.faults.Fault;
import dev.jobport.lab.faults.Held;
import dev.jobport.verdict.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers that are made up. */
public final class Forgeries {

    private static final String REQUEST_ID = "00000000-0000-4000-8000-000000000000";

    private Forgeries() {}

    /** What was asked is done, and then come bytes that are no JSON, as of a proxy that is broken. */
    public static Fault garbage() {
        return new Forgery("garbage") {
            @Override
            protected boolean send(Held held, byte[] answer) {
                byte[] garbage = "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: 9\r\n\r\n<<no}JSON"
                        .formatted(AwsJson.CONTENT_TYPE)
                        .getBytes(UTF_8);
                return held.line().send(garbage);
            }
        };
    }

    /** The application never hears of it: a load balancer says that there is nobody. */
    public static Fault unavailable() {
        return new Forgery("503") {
            @Override
            protected Answer carryOut(Held held) {
                return answer(
                        held,
                        503,
                        "503",
                        "text/html",
                        "<html><body><h1>503 Service Unavailable</h1></body></html>".getBytes(UTF_8));
            }
        };
    }

    /** The application never hears of it: the job has another status already. AWS's model allows for that. */
    public static Fault notInProgress(String status) {
        return new Forgery("not-in-progress") {
            @Override
            protected boolean fits(Held held) {
                return held.operation().startsWith("Acknowledge");
            }

            @Override
            protected Answer carryOut(Held held) {
                return answer(
                        held,
                        200,
                        "ok",
                        AwsJson.CONTENT_TYPE,
                        Json.write(Map.of("status", status)).getBytes(UTF_8));
            }
        };
    }

    /** The true answer with more in it than is known today. */
    public static Fault unknownMembers() {
        return new Forgery("unknown-members") {
            @Override
            protected Answer carryOut(Held held) {
                Answer real = super.carryOut(held);
                if (real.body().length == 0) {
                    return real;
                }
                Object more = grown(Json.read(new String(real.body(), UTF_8)));
                return new Answer(
                        real.status(),
                        real.operation(),
                        real.outcome(),
                        real.requestId(),
                        real.headers(),
                        Json.write(more).getBytes(UTF_8));
            }
        };
    }

    /** In each object; but where the names are data, as in a configuration, a member would be no news. */
    private static Object grown(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Forgeries::grown).toList();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<Object, Object> more = new LinkedHashMap<>();
        map.forEach((name, member) -> more.put(name, "configuration".equals(name) ? member : grown(member)));
        more.put("memberOfTomorrow", Map.of("kind", "NeverHeardOf", "values", List.of(1L, true)));
        return more;
    }

    private static Answer answer(Held held, int status, String outcome, String type, byte[] body) {
        return new Answer(
                status,
                held.operation(),
                outcome,
                REQUEST_ID,
                Map.of("Content-Type", type, Answer.REQUEST_ID, REQUEST_ID),
                body);
    }
}
