package dev.jobport.crash.rules;

import static dev.jobport.crash.rules.Change.broken;
import static dev.jobport.crash.rules.Change.sound;
import static dev.jobport.crash.rules.Story.found;

import dev.jobport.crash.history.Answer;
import dev.jobport.crash.history.Answer.Found;
import dev.jobport.crash.history.Answer.Refused;
import dev.jobport.crash.history.Answer.Taken;
import dev.jobport.crash.history.Answer.Unknown;
import dev.jobport.crash.history.Family;
import dev.jobport.crash.history.Request.Create;
import dev.jobport.crash.history.Request.Delete;
import dev.jobport.crash.history.Request.Find;
import dev.jobport.crash.history.Request.ListTags;
import dev.jobport.crash.history.Request.Tag;
import dev.jobport.crash.history.Request.Update;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Histories of action types. */
final class ActionTypeHistories {

    private static final String RULE = "an action type is what was made of it, and answers so";

    private static final String CUSTOM = Family.Custom + Story.MADE;
    private static final String THIRD_PARTY = Family.ThirdParty + Story.MADE;
    private static final String DELETED = Family.Custom + Story.DELETED;

    private static final Map<String, String> TAGS = Map.of("team", "second");
    private static final Refused NOT_FOUND = new Refused("ActionTypeNotFoundException");
    private static final Refused INVALID = new Refused("ValidationException");

    private ActionTypeHistories() {}

    static List<Change> allBroken() {
        Stream<Change> ofThirdParty = Stream.of(
                wrong("it is gone in the end", story -> story.withoutActionType(THIRD_PARTY)),
                wrong("an update is lost", story -> story.actionType(THIRD_PARTY, "made", TAGS)),
                wrong("an update was refused and done", story -> story.answered("update", NOT_FOUND)),
                wrong("an update takes the tags away", story -> story.actionType(THIRD_PARTY, "updated", Map.of())),
                wrong("it is not found", story -> story.answered("find", NOT_FOUND)),
                wrong("nobody updated it", story -> story.without("update")));
        Stream<Change> ofCustom = Stream.of(
                        wrong("it is gone in the end", story -> story.withoutActionType(CUSTOM)),
                        wrong("it is not listed", story -> story.answered("find", new Found(Optional.empty()))),
                        wrong("it is listed as another", story -> story.answered("find", found("other"))),
                        wrong("a tag is lost", story -> story.actionType(CUSTOM, "made", Map.of())),
                        wrong(
                                "a tag has its value from before",
                                story -> story.actionType(CUSTOM, "made", Map.of("team", "first"))),
                        wrong(
                                "a tag that was not answered is seen, and then it is not",
                                story ->
                                        story.without("tag again").actionType(CUSTOM, "made", Map.of("team", "first"))),
                        wrong(
                                "a tag that was taken away is there",
                                story -> story.actionType(CUSTOM, "made", Map.of("team", "second", "stage", "third"))),
                        wrong(
                                "a tag that was taken away is told",
                                story -> story.answered(
                                        "tags", new Answer.Tags(Map.of("team", "second", "stage", "third")))),
                        wrong(
                                "nobody gave it a tag",
                                story -> story.actionType(CUSTOM, "made", Map.of("team", "second", "cost", "fourth"))),
                        wrong("a tag is refused", story -> story.without("tag").answered("tag again", NOT_FOUND)),
                        wrong("creating it was refused", story -> story.answered("create", INVALID)),
                        wrong(
                                "the quota is told of too early",
                                story -> story.answered("create", new Refused("LimitExceededException"))),
                        wrong(
                                "it is created over another",
                                story -> story.typeCall(
                                        "create again", 10_080, new Create(CUSTOM, "other", TAGS), new Taken())),
                        wrong("a deleted one is there", story -> story.actionType(DELETED, "old", Map.of())),
                        wrong("a deleted one is listed", story -> story.answered("find the deleted", found("old"))),
                        wrong("a deleted one is tagged", story -> story.answered("tag the deleted", new Taken())),
                        wrong(
                                "a deleted one comes back as another",
                                story -> story.answered("create another", new Taken())),
                        wrong("a deletion is refused and done", story -> story.answered("delete the old", INVALID)),
                        wrong("what never was is deleted", story -> story.without("create the old")),
                        broken(
                                "no action type is there that nobody made",
                                "one is",
                                story -> story.actionType("Custom/Deploy/Nobodys/1", null, Map.of())),
                        broken(
                                "no action type is there that nobody made",
                                "creating it was refused",
                                story -> story.typeCall(
                                                "create a third",
                                                9_000,
                                                new Create("Custom/Deploy/Acme/3", "third", TAGS),
                                                INVALID)
                                        .actionType("Custom/Deploy/Acme/3", "third", TAGS)))
                .map(Change::custom);
        return Stream.concat(ofThirdParty, ofCustom).toList();
    }

    static List<Change> allSound() {
        Stream<Change> ofThirdParty = Stream.of(
                sound(
                        "an update broke off and was not done",
                        story -> story.answered("update", new Unknown()).actionType(THIRD_PARTY, "made", TAGS)),
                sound("an update broke off and was done", story -> story.answered("update", new Unknown())),
                sound(
                        "the operator registers it anew",
                        story -> story.typeCall(
                                        "register", 10_080, new Create(THIRD_PARTY, "anew", Map.of()), new Taken())
                                .actionType(THIRD_PARTY, "anew", Map.of())),
                sound(
                        "it is asked for before it is there",
                        story -> story.typeCall("find early", 9_990, new Find(THIRD_PARTY), NOT_FOUND)
                                .typeCall("update early", 9_992, new Update(THIRD_PARTY, "early"), NOT_FOUND)));
        Stream<Change> ofCustom = Stream.of(
                        sound(
                                "a tag that was not answered is given late",
                                story -> story.typeCall(
                                                "tag late", 10_045, new Tag(CUSTOM, "cost", "late"), new Unknown())
                                        .typeCall("tags later", 10_080, new ListTags(CUSTOM), new Answer.Tags(TAGS))
                                        .actionType(CUSTOM, "made", Map.of("team", "second", "cost", "late"))),
                        sound(
                                "a tag that was not answered is overtaken, and done again by the repeat",
                                story -> story.typeCall(
                                                "tag first", 10_005, new Tag(CUSTOM, "team", "zeroth"), new Unknown())
                                        .typeCall(
                                                "tag first again",
                                                10_006,
                                                new Tag(CUSTOM, "team", "zeroth"),
                                                new Taken())
                                        .typeCall("untagged", 10_080, new ListTags(CUSTOM), new Answer.Tags(TAGS))),
                        sound(
                                "it is created once more as it is",
                                story -> story.typeCall(
                                        "create again", 10_080, new Create(CUSTOM, "made", TAGS), new Taken())),
                        sound(
                                "a deleted one comes back as it was",
                                story -> story.typeCall(
                                                "create the old again",
                                                9_050,
                                                new Create(DELETED, "old", TAGS),
                                                new Taken())
                                        .actionType(DELETED, "old", TAGS)),
                        sound(
                                "a deleted one is deleted again",
                                story -> story.typeCall("delete again", 9_050, new Delete(DELETED), new Taken())),
                        sound(
                                "a deletion broke off and was not done",
                                story -> story.answered("delete the old", new Unknown())
                                        .without("tag the deleted")
                                        .without("find the deleted")
                                        .actionType(DELETED, "old", Map.of())),
                        sound(
                                "creating it broke off and was not done",
                                story -> story.answered("create the old", new Unknown())
                                        .answered("delete the old", INVALID)
                                        .answered("create another", new Taken())
                                        .answered("find the deleted", found("other"))
                                        .actionType(DELETED, "other", Map.of())))
                .map(Change::custom);
        return Stream.concat(ofThirdParty, ofCustom).toList();
    }

    private static Change wrong(String what, UnaryOperator<Story> edit) {
        return broken(RULE, what, edit);
    }
}
