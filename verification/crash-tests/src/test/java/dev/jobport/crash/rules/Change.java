package dev.jobport.crash.rules;

import dev.jobport.crash.history.Family;
import dev.jobport.crash.history.History;
import java.util.function.UnaryOperator;

/**
 * What is changed in the sound {@link Story}.
 *
 * @param rule that this breaks; of a history that stays sound, none
 */
record Change(Family family, String rule, String what, UnaryOperator<Story> edit) {

    static Change broken(String rule, String what, UnaryOperator<Story> edit) {
        return new Change(Family.ThirdParty, rule, what, edit);
    }

    static Change sound(String what, UnaryOperator<Story> edit) {
        return broken("sound", what, edit);
    }

    /** The same in the story of a custom action. */
    Change custom() {
        return new Change(Family.Custom, rule, what, edit);
    }

    History told() {
        return edit.apply(new Story(family)).told();
    }

    @Override
    public String toString() {
        return family + ": " + rule + " - but " + what;
    }
}
