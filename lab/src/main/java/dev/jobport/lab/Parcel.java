package dev.jobport.lab;

import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.Artifact.S3Location;
import java.util.Optional;
import java.util.function.Function;

/**
 * An artifact that an action is to read or to store.
 *
 * @param place where it lies; the lab chooses, if it is not given
 * @param content what can be read; something, if it is not given
 */
record Parcel(String name, Optional<S3Location> place, Optional<byte[]> content) {

    /** @param choose a place for an artifact of this name */
    Artifact artifact(Function<String, S3Location> choose) {
        return new Artifact(name, Optional.empty(), Optional.of(place.orElseGet(() -> choose.apply(name))));
    }
}
