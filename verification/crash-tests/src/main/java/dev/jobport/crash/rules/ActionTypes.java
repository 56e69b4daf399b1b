package dev.jobport.crash.rules;

import dev.jobport.crash.history.ActionTypeAtEnd;
import dev.jobport.crash.history.Call;
import dev.jobport.crash.history.Request.OfActionType;
import dev.jobport.crash.rules.ActionTypeState.Reply;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What action types are, and become by what is asked of them. */
final class ActionTypes {

    static final List<Rule> RULES = List.of(
            new Rule("an action type is what was made of it, and answers so", ActionTypes::isWhatWasMadeOfIt),
            new Rule("no action type is there that nobody made", ActionTypes::nothingUnasked));

    private ActionTypes() {}

    /** Goes through all that may have been the case, call by call; something must remain, and be there in the end. */
    private static void isWhatWasMadeOfIt(Evidence evidence, Findings findings) {
        Map<String, ActionTypeAtEnd> atEnd = new HashMap<>();
        evidence.actionTypes().forEach(actionType -> atEnd.put(actionType.name(), actionType));
        evidence.callsByActionType().forEach((name, calls) -> {
            Set<ActionTypeState> possible = Set.of(ActionTypeState.NEVER_MADE);
            Set<OfActionType> unanswered = new HashSet<>();
            for (Call call : calls) {
                if (call.isUnknown()) {
                    unanswered.add((OfActionType) call.request());
                }
                Set<ActionTypeState> before = withUnanswered(possible, unanswered);
                possible = call.isUnknown() ? before : answering(call, before);
                findings.expect(
                        !possible.isEmpty(), name, () -> "was one of " + before + ", which does not fit " + call);
                if (possible.isEmpty()) {
                    return;
                }
            }
            Set<ActionTypeState> last = withUnanswered(possible, unanswered);
            Optional<ActionTypeAtEnd> end = Optional.ofNullable(atEnd.get(name));
            findings.expect(
                    last.stream().anyMatch(state -> state.atEnd(name).equals(end)),
                    name,
                    () -> "was one of " + last + ", and is now " + end);
        });
    }

    /** What those are made into that answer so. */
    private static Set<ActionTypeState> answering(Call call, Set<ActionTypeState> before) {
        return before.stream()
                .map(state -> state.to((OfActionType) call.request()))
                .filter(reply -> reply.answer().equals(call.answer()))
                .map(Reply::next)
                .collect(Collectors.toSet());
    }

    /** What was not answered may be done at any later time; more than once, because it may have been asked so. */
    private static Set<ActionTypeState> withUnanswered(Set<ActionTypeState> states, Set<OfActionType> unanswered) {
        Set<ActionTypeState> all = new HashSet<>(states);
        Deque<ActionTypeState> open = new ArrayDeque<>(states);
        while (!open.isEmpty()) {
            ActionTypeState state = open.remove();
            unanswered.stream()
                    .map(request -> state.to(request).next())
                    .filter(all::add)
                    .forEach(open::add);
        }
        return all;
    }

    private static void nothingUnasked(Evidence evidence, Findings findings) {
        evidence.actionTypes()
                .forEach(actionType -> findings.expect(
                        evidence.isMade(actionType.name()), actionType.name(), () -> "is there as " + actionType));
    }
}
