package dev.jobport.contracts.actiontypes;

import static dev.jobport.contracts.Pages.everyPage;
import static dev.jobport.contracts.fixtures.Samples.DEFINITION;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.Tags;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of action types: its filters, its pages, and what of it who may see. */
public interface ActionTypeListContract extends ActionTypeWorld {

    private ActionTypeId partners() {
        ActionTypeId id = ActionTypeWorld.newId(ActionOwner.ThirdParty);
        operator().putActionType(account(), new ActionType(id, TIMING));
        return id;
    }

    private Page<ActionType> first(Caller caller, Optional<ActionOwner> owner) {
        return actionTypes().listActionTypes(caller, owner, Optional.empty(), PageRequest.first());
    }

    private List<ActionTypeId> inRegion(String region) {
        return everyPage(page -> actionTypes()
                        .listActionTypes(administrator(), Optional.of(ActionOwner.Custom), Optional.of(region), page))
                .stream()
                .map(ActionType::id)
                .toList();
    }

    @Test
    @Clause(id = "LIST-1", source = Source.DOC, where = "API ListActionTypes")
    default void an_action_type_is_listed_as_it_is() {
        ActionTypeId id = create(DEFINITION);

        assertThat(list(Optional.of(ActionOwner.Custom)))
                .filteredOn(type -> type.id().equals(id))
                .singleElement()
                .extracting(ActionType::definition)
                .isEqualTo(DEFINITION);
    }

    @Test
    @Clause(
            id = "LIST-2",
            source = Source.OURS,
            where = "decision 25: AWS lists its own types too; the filter is documented")
    default void those_of_one_owner_can_be_asked_for() {
        ActionTypeId own = create(ActionTypeDefinition.DEFAULT);
        ActionTypeId partners = partners();

        assertThat(ids(ActionOwner.Custom)).contains(own).doesNotContain(partners);
        assertThat(ids(ActionOwner.ThirdParty)).contains(partners).doesNotContain(own);
        assertThat(ids(ActionOwner.AWS)).isEmpty();
        assertThat(list(Optional.empty())).extracting(ActionType::id).contains(own, partners);
    }

    @Test
    @Clause(id = "LIST-3", source = Source.DOC, where = "API ListActionTypes, nextToken")
    default void those_behind_many_that_are_deleted_are_listed() {
        List<ActionTypeId> ids = Stream.generate(() -> ActionTypeWorld.newId(ActionOwner.Custom))
                .limit(ActionTypes.PAGE + 10)
                .sorted(Comparator.comparing(ActionTypeId::toString))
                .toList();
        List<ActionTypeId> deleted = ids.subList(0, ids.size() - 2);
        List<ActionTypeId> kept = ids.subList(ids.size() - 2, ids.size());
        for (ActionTypeId id : deleted) {
            create(id, ActionTypeDefinition.DEFAULT, Tags.NONE);
            delete(id);
        }
        kept.forEach(id -> create(id, ActionTypeDefinition.DEFAULT, Tags.NONE));

        assertThat(ids(ActionOwner.Custom)).containsAll(kept).doesNotContainAnyElementsOf(deleted);
    }

    @Test
    @Clause(id = "LIST-4", source = Source.DOC, where = "API ListActionTypes, regionFilter")
    default void there_are_none_in_other_regions() {
        ActionTypeId id = create(ActionTypeDefinition.DEFAULT);

        assertThat(inRegion(account().region())).contains(id);
        assertThat(inRegion("eu-north-7")).isEmpty();
    }

    @Test
    @Clause(
            id = "LIST-5",
            source = Source.DOC,
            where = "User Guide, custom actions: an action type belongs to its account and region")
    default void other_accounts_and_regions_have_their_own() {
        ActionTypeId id = create(ActionTypeDefinition.DEFAULT);

        assertThat(foreigners()).isNotEmpty().allSatisfy(foreigner -> {
            operator().putActionType(foreigner.account(), new ActionType(id, DEFINITION, TIMING));
            var seen = first(foreigner, Optional.empty());
            assertThat(seen.items())
                    .extracting(ActionType::id, ActionType::definition)
                    .contains(tuple(id, DEFINITION))
                    .doesNotContain(tuple(id, ActionTypeDefinition.DEFAULT));
            assertThatThrownBy(() -> actionTypes().listTagsForResource(foreigner, arn(id), TagContract.FIRST))
                    .isInstanceOf(Refusal.ResourceNotFound.class);
        });
        assertThat(operator().actionType(account(), id).definition()).isEqualTo(ActionTypeDefinition.DEFAULT);
    }

    @Test
    @Clause(id = "LIST-6", source = Source.OURS, where = "decision 25 for size and order of pages")
    default void a_long_list_comes_in_pages_and_each_action_type_on_one_of_them() {
        List<ActionTypeId> many = IntStream.rangeClosed(0, ActionTypes.PAGE)
                .mapToObj(i -> partners())
                .toList();

        var first = first(administrator(), Optional.of(ActionOwner.ThirdParty));
        assertThat(first.items()).hasSize(ActionTypes.PAGE);
        assertThat(first.nextToken()).isPresent();
        List<ActionTypeId> all = ids(ActionOwner.ThirdParty);
        assertThat(all).containsAll(many).doesNotHaveDuplicates();
        assertThat(all.stream().map(ActionTypeId::toString).toList()).isSorted();
    }

    @Test
    @Clause(id = "LIST-7", source = Source.OURS, where = "decision 25; the error is documented: API ListActionTypes")
    default void a_token_counts_for_the_list_that_gave_it_out() {
        IntStream.rangeClosed(0, ActionTypes.PAGE).forEach(i -> partners());
        String token = first(administrator(), Optional.of(ActionOwner.ThirdParty))
                .nextToken()
                .orElseThrow();

        Stream.of("x", "====", "not a token", token + "x", token.substring(1), token)
                .map(wrong -> new PageRequest(ActionTypes.PAGE, Optional.of(wrong)))
                .forEach(wrong -> assertThatThrownBy(() -> actionTypes()
                                .listActionTypes(
                                        administrator(), Optional.of(ActionOwner.Custom), Optional.empty(), wrong))
                        .as("%s", wrong)
                        .isInstanceOf(Refusal.InvalidNextToken.class));
    }

    @Test
    @Clause(id = "LIST-8", source = Source.OURS, where = "decision 25")
    default void a_stranger_sees_their_own_action_types_only() {
        ActionTypeId id = create(ActionTypeDefinition.DEFAULT);
        ActionTypeId theirs =
                new ActionTypeId(ActionCategory.Test, ActionOwner.Custom, STRANGERS.provider(), STRANGERS.version());
        create(theirs, ActionTypeDefinition.DEFAULT, Tags.NONE);

        var seen = first(stranger(), Optional.of(ActionOwner.Custom));

        assertThat(seen.items()).extracting(ActionType::id).containsExactly(theirs);
        assertThatThrownBy(() -> actionTypes().listTagsForResource(stranger(), arn(id), TagContract.FIRST))
                .isInstanceOf(Refusal.AccessDenied.class);
    }
}
