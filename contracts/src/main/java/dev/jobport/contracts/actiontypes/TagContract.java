package dev.jobport.contracts.actiontypes;

import static dev.jobport.contracts.fixtures.Samples.TAGS;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.PageRequest;
import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.contracts.store.StoreUnderTest;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ResourceArn;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.Tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The tags of action types. */
public interface TagContract extends ActionTypeWorld {

    PageRequest FIRST = new PageRequest(100, Optional.empty());

    private ResourceArn tagged(Tags tags) {
        ActionTypeId id = ActionTypeWorld.newId(ActionOwner.Custom);
        create(id, ActionTypeDefinition.DEFAULT, tags);
        return arn(id);
    }

    private List<Tag> tags(ResourceArn arn) {
        return actionTypes().listTagsForResource(caller(), arn, FIRST).items();
    }

    private void tag(ResourceArn arn, Map<String, String> tags) {
        actionTypes().tagResource(administrator(), arn, new Tags(tags));
    }

    private void untag(ResourceArn arn, String... keys) {
        actionTypes().untagResource(administrator(), arn, Set.of(keys));
    }

    private static Map<String, String> some(int from, int to) {
        return IntStream.range(from, to).boxed().collect(Collectors.toMap(i -> "key-" + i, i -> "v"));
    }

    @Test
    @Clause(id = "TAG-1", source = Source.DOC, where = "API CreateCustomActionType, tags")
    default void an_action_type_is_tagged_when_it_is_made() {
        assertThat(tags(tagged(TAGS))).containsExactly(new Tag("stage", ""), new Tag("team", "Prüfung 1"));
        assertThat(tags(tagged(Tags.NONE))).isEmpty();
    }

    @Test
    @Clause(id = "TAG-2", source = Source.DOC, where = "API TagResource")
    default void tags_are_added_and_get_other_values() {
        ResourceArn arn = tagged(TAGS);

        tag(arn, Map.of("stage", "beta", "Größe", "9 +-=._:/@"));

        assertThat(tags(arn))
                .containsExactly(
                        new Tag("Größe", "9 +-=._:/@"), new Tag("stage", "beta"), new Tag("team", "Prüfung 1"));
    }

    @Test
    @Clause(id = "TAG-3", source = Source.DOC, where = "API UntagResource")
    default void tags_are_taken_away_as_far_as_they_are_there() {
        ResourceArn arn = tagged(TAGS);

        untag(arn, "team", "never was");

        assertThat(tags(arn)).containsExactly(new Tag("stage", ""));
    }

    @Test
    @Clause(id = "TAG-4", source = Source.OURS, where = "decision 25")
    default void a_third_party_action_type_is_tagged_like_any_other() {
        ActionTypeId id = ActionTypeWorld.newId(ActionOwner.ThirdParty);
        operator().putActionType(account(), new ActionType(id, TIMING));

        tag(arn(id), Map.of("a", "b"));

        assertThat(tags(arn(id))).containsExactly(new Tag("a", "b"));
        assertThat(operator().actionType(account(), id).tags()).isEqualTo(new Tags(Map.of("a", "b")));
    }

    @Test
    @Clause(id = "TAG-5", source = Source.DOC, where = "API TagResource, TooManyTagsException")
    default void there_may_be_fifty_tags_and_no_more() {
        ResourceArn arn = tagged(new Tags(some(0, 49)));
        tag(arn, Map.of("key-0", "other", "fiftieth", ""));

        assertThatThrownBy(() -> tag(arn, Map.of("fifty-first", ""))).isInstanceOf(Refusal.TooManyTags.class);

        assertThat(tags(arn)).hasSize(50);
    }

    @Test
    @Clause(id = "TAG-6", source = Source.DOC, where = "API TagResource: it adds")
    default void of_many_that_tag_at_once_no_tag_is_lost() {
        ResourceArn arn = tagged(Tags.NONE);

        StoreUnderTest.atOnce(IntStream.range(0, 8)
                .<Callable<Void>>mapToObj(i -> () -> {
                    tag(arn, Map.of("key-" + i, "v"));
                    return null;
                })
                .toList());

        assertThat(tags(arn)).hasSize(8);
    }

    @Test
    @Clause(
            id = "TAG-7",
            source = Source.OURS,
            where = "decision 25 for the order; the pages are documented: API ListTagsForResource")
    default void a_list_of_tags_comes_in_pages_if_it_is_asked_to() {
        ResourceArn arn = tagged(new Tags(some(0, 5)));

        var first = actionTypes().listTagsForResource(caller(), arn, new PageRequest(3, Optional.empty()));
        var last = actionTypes().listTagsForResource(caller(), arn, new PageRequest(3, first.nextToken()));

        assertThat(first.items()).extracting(Tag::key).containsExactly("key-0", "key-1", "key-2");
        assertThat(last.items()).extracting(Tag::key).containsExactly("key-3", "key-4");
        assertThat(last.nextToken()).isEmpty();
        assertThatThrownBy(() -> actionTypes()
                        .listTagsForResource(caller(), tagged(Tags.NONE), new PageRequest(3, first.nextToken())))
                .isInstanceOf(Refusal.InvalidNextToken.class);
    }

    @Test
    @Clause(id = "TAG-8", source = Source.DOC, where = "API UntagResource, InvalidTagsException")
    default void a_key_of_aws_cannot_be_taken_away() {
        assertThatThrownBy(() -> untag(tagged(TAGS), "aws:cloudformation:stack-name"))
                .isInstanceOf(Refusal.InvalidTags.class);
    }

    @Test
    @Clause(id = "TAG-9", source = Source.DOC, where = "API ListTagsForResource, ResourceNotFoundException")
    default void what_is_not_there_has_no_tags() {
        ActionTypeId deleted = create(ActionTypeDefinition.DEFAULT);
        delete(deleted);
        String here = tagged(TAGS).value();

        Stream.of(
                        arn(deleted).value(),
                        arn(ActionTypeWorld.newId(ActionOwner.Custom)).value(),
                        here.replace(account().id(), "999999999999"),
                        here.replace(account().region(), "eu-north-7"),
                        account().arn("a-pipeline"))
                .forEach(arn -> allAre(Refusal.ResourceNotFound.class, new ResourceArn(arn)));
    }

    @Test
    @Clause(id = "TAG-10", source = Source.DOC, where = "API ListTagsForResource, InvalidArnException")
    default void an_arn_that_no_action_type_can_have_is_invalid() {
        Stream.of(
                        "Custom/Build/Own",
                        "Custom/Build/Own/1/2",
                        "Custom/build/Own/1",
                        "Own/Build/Own/1",
                        "Custom/Build/ /1")
                .forEach(id -> allAre(Refusal.InvalidArn.class, arn(id)));
    }

    private void allAre(Class<? extends Refusal> refusal, ResourceArn arn) {
        Stream.<ThrowingCallable>of(() -> tags(arn), () -> tag(arn, Map.of("a", "b")), () -> untag(arn, "a"))
                .forEach(command -> assertThatThrownBy(command).as(arn.value()).isInstanceOf(refusal));
    }

    @Test
    @Clause(id = "TAG-11", source = Source.DOC, where = "User Guide, permissions: TagResource")
    default void whoever_only_works_on_jobs_sees_tags_and_cannot_change_them() {
        ResourceArn arn = tagged(TAGS);

        assertThatThrownBy(() -> actionTypes().tagResource(mereWorker(), arn, TAGS))
                .isInstanceOf(Refusal.AccessDenied.class);
        assertThatThrownBy(() -> actionTypes().untagResource(mereWorker(), arn, Set.of("team")))
                .isInstanceOf(Refusal.AccessDenied.class);
        assertThat(tags(arn)).hasSize(2);
    }
}
