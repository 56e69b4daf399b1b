package dev.jobport.adapters.wire.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** AWS's published model of the service, as far as it tells what requests look like. */
public final class ServiceModel {

    private static final String RESOURCE = "/models/codepipeline-2015-07-09-model.json";

    private final ObjectNode model;

    private ServiceModel(ObjectNode model) {
        this.model = model;
    }

    /** The model to the letter. */
    public static ServiceModel published() {
        try (InputStream in = ServiceModel.class.getResourceAsStream(RESOURCE)) {
            return new ServiceModel((ObjectNode) new JsonMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model that the server follows. */
    public ServiceModel with(List<Deviation> deviations) {
        ObjectNode changed = model.deepCopy();
        for (Deviation deviation : deviations) {
            ObjectNode shape = (ObjectNode) changed.at("/shapes/" + deviation.shape());
            shape.set(deviation.attribute(), deviation.value());
        }
        return new ServiceModel(changed);
    }

    /** The names of all operations. */
    public List<String> operations() {
        List<String> names = new ArrayList<>();
        model.get("operations").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What a request of the operation looks like. */
    public Shape input(String operation) {
        return shape(
                model.at("/operations/" + operation + "/input").get("shape").textValue());
    }

    Shape shape(String name) {
        return new Shape(this, name, attributes(name));
    }

    /** As the model writes them. */
    public JsonNode attributes(String shape) {
        return model.at("/shapes/" + shape);
    }
}
