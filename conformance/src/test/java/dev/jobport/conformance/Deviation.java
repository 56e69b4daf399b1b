package dev.jobport.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a mutant endpoint does otherwise, and by which clauses that shows. */
enum Deviation implements Front.Layer {
    /** A nonce is good more than once: whoever knows it is answered as the first time. */
    ACCEPTS_A_USED_NONCE(Set.of("ACK-3", "REPEAT-3"), Set.of("ACK-8")) {
        @Override
        public Front.Answer answer(Front.Request request, Front.Upstream upstream) {
            Front.Answer answer = upstream.ask(request);
            return request.isAcknowledgement()
                            && answer.isError("InvalidNonceException")
                            && accepted.contains(request.text("nonce"))
                    ? new Front.Answer(200, "{\"status\":\"InProgress\"}")
                    : remember(request, answer);
        }

        private Front.Answer remember(Front.Request request, Front.Answer answer) {
            if (request.isAcknowledgement() && answer.status() == 200) {
                accepted.add(request.text("nonce"));
            }
            return answer;
        }
    },

    /** A failure after a success is answered as if it counted. */
    TAKES_THE_OPPOSITE_RESULT(Set.of("REPEAT-11"), Set.of("REPEAT-12", "STOP-4", "TIME-1")) {
        @Override
        public Front.Answer answer(Front.Request request, Front.Upstream upstream) {
            Front.Answer answer = upstream.ask(request);
            return request.isResult() && answer.body().contains("already terminated")
                    ? new Front.Answer(200, "")
                    : answer;
        }
    },

    /** A continuation token is dropped, so the action ends and no follow-up comes. */
    LOSES_THE_FOLLOW_UP(
            Set.of("RESULT-3", "RESULT-4"),
            Set.of("KEYS-2", "REPEAT-6", "REPEAT-8", "REPEAT-9", "RESULT-5", "STOP-3", "TIME-4")) {
        @Override
        public Front.Answer answer(Front.Request request, Front.Upstream upstream) {
            return upstream.ask(request.isResult() ? request.without("continuationToken") : request);
        }
    },

    /** A poll hands out whatever there is. */
    IGNORES_THE_BATCH_SIZE(Set.of("OFFER-3"), Set.of()) {
        @Override
        public Front.Answer answer(Front.Request request, Front.Upstream upstream) {
            return upstream.ask(
                    request.isPoll() && request.number("maxBatchSize") > 0
                            ? request.with("maxBatchSize", 100)
                            : request);
        }
    },

    /** A poll for no job at all is answered with none. */
    ALLOWS_A_POLL_FOR_NOTHING(Set.of("OFFER-6"), Set.of()) {
        @Override
        public Front.Answer answer(Front.Request request, Front.Upstream upstream) {
            return request.isPoll() && request.number("maxBatchSize") == 0
                    ? new Front.Answer(200, "{\"jobs\":[]}")
                    : upstream.ask(request);
        }
    },

    /** An unknown job is told under another name. */
    NAMES_AN_ERROR_OTHERWISE(
            Set.of("OFFER-12", "ACK-9", "RESULT-7"),
            Set.of("ACCESS-4", "ACCOUNT-3", "CUSTOM-8", "CUSTOM-10", "PARTNER-9", "PARTNER-11", "FRONT-4", "FRONT-9")) {
        @Override
        public Front.Answer answer(Front.Request request, Front.Upstream upstream) {
            return upstream.ask(request).replacing("JobNotFoundException", "JobDoesNotExistException");
        }
    },

    /** Whoever has a wrong client token gets the details all the same. */
    ACCEPTS_A_WRONG_CLIENT_TOKEN(Set.of("PARTNER-5"), Set.of("CLIENT-1", "CLIENT-3")) {
        @Override
        public Front.Answer answer(Front.Request request, Front.Upstream upstream) {
            Front.Answer answer = upstream.ask(request);
            if (request.operation().equals("GetThirdPartyJobDetails")) {
                if (answer.status() == 200) {
                    seen.put(request.text("jobId"), answer);
                    seen.putIfAbsent("any", answer);
                } else if (answer.isError("InvalidClientTokenException") && seen.containsKey("any")) {
                    return seen.getOrDefault(request.text("jobId"), seen.get("any"));
                }
            }
            return answer;
        }
    },

    /** A result is answered with an empty object. */
    ANSWERS_A_RESULT_WITH_A_BODY(Set.of("FRONT-10"), Set.of()) {
        @Override
        public Front.Answer answer(Front.Request request, Front.Upstream upstream) {
            Front.Answer answer = upstream.ask(request);
            return request.isResult() && answer.status() == 200 ? new Front.Answer(200, "{}") : answer;
        }
    },

    /** An output without members is answered with nothing. */
    ANSWERS_NOTHING_WHERE_AN_OBJECT_IS_DUE(Set.of("FRONT-11"), Set.of()) {
        @Override
        public Front.Answer answer(Front.Request request, Front.Upstream upstream) {
            Front.Answer answer = upstream.ask(request);
            return request.operation().equals("TagResource") && answer.status() == 200
                    ? new Front.Answer(200, "")
                    : answer;
        }
    },

    /** The error has a code, which SDKs take for its name. */
    GIVES_ERRORS_A_CODE(Set.of("FRONT-4"), Set.of()) {
        @Override
        public Front.Answer answer(Front.Request request, Front.Upstream upstream) {
            return upstream.ask(request).replacing("{\"__type\"", "{\"code\":400,\"__type\"");
        }
    },

    /** A job that was offered is offered to whoever asks next. */
    OFFERS_A_JOB_TWICE(
            Set.of("OFFER-1"),
            Set.of("ACK-2", "ACK-6", "RESULT-2", "RESULT-3", "STOP-2", "STOP-3", "STOP-6", "TIME-4")) {
        @Override
        public Front.Answer answer(Front.Request request, Front.Upstream upstream) {
            Front.Answer answer = upstream.ask(request);
            if (!request.isPoll() || answer.status() != 200) {
                return answer;
            }
            String type = request.caller().name()
                    + request.caller().account()
                    + request.body().get("actionTypeId")
                    + request.body().path("queryParam");
            return answer.body().equals("{\"jobs\":[]}") ? seen.getOrDefault(type, answer) : keep(type, answer);
        }

        private Front.Answer keep(String type, Front.Answer answer) {
            seen.put(type, answer);
            return answer;
        }
    },

    /** The pipeline's execution is told to a third party. */
    TELLS_A_THIRD_PARTY_TOO_MUCH(Set.of("PARTNER-2"), Set.of("OFFER-10")) {
        @Override
        public Front.Answer answer(Front.Request request, Front.Upstream upstream) {
            Front.Answer answer = upstream.ask(request);
            return request.operation().equals("GetThirdPartyJobDetails")
                    ? answer.replacing(
                            "\"pipelineContext\":{",
                            "\"pipelineContext\":{\"pipelineExecutionId\":\"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee\",")
                    : answer;
        }
    },

    /** A job's action type stands under a name that nobody looks for. */
    TELLS_THE_ACTION_TYPE_OTHERWISE(Set.of("CUSTOM-1", "PARTNER-2", "FRONT-12"), Set.of("OFFER-11")) {
        @Override
        public Front.Answer answer(Front.Request request, Front.Upstream upstream) {
            return request.operation().endsWith("ActionType")
                    ? upstream.ask(request)
                    : upstream.ask(request).replacing("\"actionTypeId\":{", "\"actionType\":{");
        }
    },

    /** Errors have other words, which is nobody's fault. */
    HAS_WORDS_OF_ITS_OWN(Set.of(), Set.of("FRONT-7")) {
        @Override
        public Front.Answer answer(Front.Request request, Front.Upstream upstream) {
            Front.Answer answer = upstream.ask(request);
            return new Front.Answer(
                    answer.status(),
                    answer.body().replaceAll("\"message\":\"[^\"]*\"", "\"message\":\"It cannot be done.\""));
        }
    },

    /** Unknown members are refused. */
    REFUSES_UNKNOWN_MEMBERS(Set.of("FRONT-9"), Set.of()) {
        @Override
        public Front.Answer answer(Front.Request request, Front.Upstream upstream) {
            return request.body() instanceof ObjectNode object && object.has("newer")
                    ? new Front.Answer(400, "{\"__type\":\"ValidationException\",\"message\":\"newer\"}")
                    : upstream.ask(request);
        }
    };

    /** The clauses that are meant, each of which is broken. */
    final Set<String> broken;

    /** Others that are broken by it too, because they rely on the same. */
    final Set<String> consequences;

    final Set<String> accepted = ConcurrentHashMap.newKeySet();
    final Map<String, Front.Answer> seen = new ConcurrentHashMap<>();

    Deviation(Set<String> broken, Set<String> consequences) {
        this.broken = broken;
        this.consequences = consequences;
    }
}
