package dev.jobport.crash.rules;

import dev.jobport.crash.history.ActionTypeAtEnd;
import dev.jobport.crash.history.Answer;
import dev.jobport.crash.history.Answer.Found;
import dev.jobport.crash.history.Answer.Refused;
import dev.jobport.crash.history.Answer.Taken;
import dev.jobport.crash.history.Family;
import dev.jobport.crash.history.Request.Create;
import dev.jobport.crash.history.Request.Delete;
import dev.jobport.crash.history.Request.Find;
import dev.jobport.crash.history.Request.ListTags;
import dev.jobport.crash.history.Request.OfActionType;
import dev.jobport.crash.history.Request.Tag;
import dev.jobport.crash.history.Request.Untag;
import dev.jobport.crash.history.Request.Update;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What there is of an action type at a moment, and how it answers: told here a second time, because a witness does not
 * take the server's word.
 *
 * @param mark of the request that made it as it is, or as it was deleted; absent if there never was any
 */
record ActionTypeState(Optional<String> mark, boolean isDeleted, Map<String, String> tags) {

    static final ActionTypeState NEVER_MADE = new ActionTypeState(Optional.empty(), false, Map.of());

    private static final Answer INVALID = new Refused("ValidationException");
    private static final Answer NO_ACTION_TYPE = new Refused("ActionTypeNotFoundException");
    private static final Answer NO_RESOURCE = new Refused("ResourceNotFoundException");

    /** What a request makes of a state, and what it is answered. */
    record Reply(ActionTypeState next, Answer answer) {}

    Reply to(OfActionType request) {
        if (request instanceof Create create) {
            return create(create);
        }
        if (request instanceof Delete) {
            return mark.isEmpty() ? unchanged(INVALID) : taken(new ActionTypeState(mark, true, tags));
        }
        if (request instanceof Find) {
            Answer otherwise = request.family() == Family.Custom ? new Found(Optional.empty()) : NO_ACTION_TYPE;
            return unchanged(isThere() ? new Found(mark) : otherwise);
        }
        if (request instanceof Update update) {
            return isThere() ? taken(there(update.mark(), tags)) : unchanged(NO_ACTION_TYPE);
        }
        if (!isThere()) {
            return unchanged(NO_RESOURCE);
        }
        return request instanceof ListTags
                ? unchanged(new Answer.Tags(tags))
                : taken(there(mark.get(), tagged(request)));
    }

    /** What is there is not made again, unless by the operator, and what was deleted comes back only as it was. */
    private Reply create(Create create) {
        ActionTypeState wanted = there(create.mark(), create.tags());
        boolean isFree = mark.isEmpty() || isDeleted && mark.equals(wanted.mark);
        return isFree || equals(wanted) || create.family() == Family.ThirdParty ? taken(wanted) : unchanged(INVALID);
    }

    private Map<String, String> tagged(OfActionType request) {
        Map<String, String> others = new HashMap<>(tags);
        if (request instanceof Tag tag) {
            others.put(tag.key(), tag.value());
        } else {
            others.remove(((Untag) request).key());
        }
        return others;
    }

    private static ActionTypeState there(String mark, Map<String, String> tags) {
        return new ActionTypeState(Optional.of(mark), false, tags);
    }

    private static Reply taken(ActionTypeState next) {
        return new Reply(next, new Taken());
    }

    private Reply unchanged(Answer answer) {
        return new Reply(this, answer);
    }

    private boolean isThere() {
        return mark.isPresent() && !isDeleted;
    }

    /** How it is found when all is over; deleted ones are not. */
    Optional<ActionTypeAtEnd> atEnd(String name) {
        return isThere() ? Optional.of(new ActionTypeAtEnd(name, mark, tags)) : Optional.empty();
    }
}
