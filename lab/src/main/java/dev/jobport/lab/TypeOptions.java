package dev.jobport.lab;

import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ArtifactDetails;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an action type of a lab is like. As soon as it has one property, its actions may have no others. */
public final class TypeOptions {

    /** Characters. */
    public static final int LEAST_SECRET = 8;

    private final ActionTypeId id;
    private final List<ConfigurationProperty> properties = new ArrayList<>();
    private ArtifactDetails inputs = ArtifactDetails.DEFAULT;
    private ArtifactDetails outputs = ArtifactDetails.DEFAULT;
    private Timing timing;

    static void requireToBeFound(String what, String secret) {
        if (secret.length() < LEAST_SECRET) {
            throw new IllegalArgumentException(
                    ("The %s is of %d characters, and has to be of %d at least: a lab looks for it in every text, and would"
                                    + " find it in words that have nothing to do with it.")
                            .formatted(what, secret.length(), LEAST_SECRET));
        }
    }

    TypeOptions(ActionTypeId id) {
        this.id = id;
        this.timing = Timing.defaultsFor(id.owner());
    }

    /** A property that actions may have. */
    public TypeOptions property(String name) {
        return add(name, false, false, false);
    }

    /** A property that actions must have. */
    public TypeOptions required(String name) {
        return add(name, true, false, false);
    }

    /**
     * A property that nobody but job workers may see. Its values have to be of {@link #LEAST_SECRET} characters at least: the
     * lab looks for them in all that a worker says.
     */
    public TypeOptions secret(String name) {
        return add(name, false, true, false);
    }

    /** The property by which polls ask for jobs. */
    public TypeOptions queryable(String name) {
        return add(name, true, false, true);
    }

    private TypeOptions add(String name, boolean required, boolean secret, boolean queryable) {
        properties.add(new ConfigurationProperty(
                name, required, queryable, secret, queryable, Optional.empty(), ConfigurationProperty.Type.String));
        return this;
    }

    public TypeOptions dispatchLease(Duration lease) {
        timing = new Timing(lease, timing.jobTimeout(), timing.actionTimeout(), timing.continuationDelay());
        return this;
    }

    public TypeOptions jobTimeout(Duration timeout) {
        timing = timing.withJobTimeout(timeout);
        return this;
    }

    public TypeOptions actionTimeout(Duration timeout) {
        timing = new Timing(timing.dispatchLease(), timing.jobTimeout(), timeout, timing.continuationDelay());
        return this;
    }

    public TypeOptions continuationDelay(Duration delay) {
        timing = new Timing(timing.dispatchLease(), timing.jobTimeout(), timing.actionTimeout(), delay);
        return this;
    }

    /** How many artifacts its actions read; 0 to 5, if it is not said. */
    public TypeOptions inputArtifacts(int least, int most) {
        inputs = new ArtifactDetails(least, most);
        return this;
    }

    /** How many artifacts its actions store; 0 to 5, if it is not said. */
    public TypeOptions outputArtifacts(int least, int most) {
        outputs = new ArtifactDetails(least, most);
        return this;
    }

    ActionType actionType() {
        return new ActionType(
                id, new ActionTypeDefinition(ActionTypeSettings.NONE, properties, inputs, outputs), timing);
    }
}
