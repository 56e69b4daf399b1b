package dev.jobport.contracts.actiontypes;

import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An operator puts, replaces and changes action types, and loses nothing that nobody has given up. */
public interface ActionTypeChangeContract extends ActionTypeWorld {

    private ActionType registered() {
        ActionTypeId id = ActionTypeWorld.newId(ActionOwner.Custom);
        var password = new ConfigurationProperty(
                "Password", false, false, true, false, Optional.empty(), ConfigurationProperty.Type.String);
        ActionType type = new ActionType(id, ActionTypeDefinition.of(List.of(password)), TIMING)
                .tagged(new Tags(Map.of("team", "checkout")));
        operator().putActionType(account(), type);
        return type;
    }

    @Test
    @Clause(id = "CHANGE-1", source = Source.OURS, where = "decision 25")
    default void what_an_action_type_declares_is_not_lost_by_putting_less() {
        ActionType type = registered();
        ActionType less = new ActionType(type.id(), TIMING);

        assertThatThrownBy(() -> operator().putActionType(account(), less))
                .isInstanceOf(Refusal.DeclarationsLost.class)
                .hasMessageContaining("secret configuration property 'Password', tag 'team'");
        assertThat(operator().actionType(account(), type.id())).isEqualTo(type);

        operator().replaceActionType(account(), less);
        assertThat(operator().actionType(account(), type.id())).isEqualTo(less);
    }

    @Test
    @Clause(id = "CHANGE-2", source = Source.OURS, where = "decision 25")
    default void an_action_type_is_changed_and_keeps_the_rest() {
        ActionType type = registered();
        Tags tags = new Tags(Map.of("team", "checkout", "stage", "beta"));

        ActionType changed = operator().changeActionType(account(), type.id(), before -> before.tagged(tags));

        assertThat(changed).isEqualTo(type.tagged(tags));
        assertThat(operator().actionType(account(), type.id())).isEqualTo(changed);
    }

    @Test
    @Clause(id = "CHANGE-3", source = Source.OURS, where = "decision 25")
    default void an_action_type_that_is_not_there_cannot_be_changed() {
        ActionType type = registered();
        foreigners()
                .forEach(foreigner -> assertThatThrownBy(
                                () -> operator().changeActionType(foreigner.account(), type.id(), before -> before))
                        .isInstanceOf(Refusal.ActionTypeNotFound.class));
        operator().deleteActionType(account(), type.id());

        assertThatThrownBy(() -> operator().changeActionType(account(), type.id(), before -> before))
                .isInstanceOf(Refusal.ActionTypeNotFound.class);
    }
}
