package dev.jobport.contracts.store;

import static dev.jobport.contracts.store.StoreUnderTest.atOnce;

import dev.jobport.application.driven.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Several instances of one store, as several servers have them, and what they do at the same time. */
public interface SharedStoreUnderTest extends StoreUnderTest {

    int INSTANCES = 3;
    int CALLERS_EACH = 4;

    /** Opens the same place once more, as another server would; the contract closes it. */
    Store another();

    /** Ends an instance that {@link #another} opened as a crash of its server would: nothing is finished or tidied up. */
    void crash(Store another);

    /** What a caller does at an instance. */
    @FunctionalInterface
    interface Work<T> {
        List<T> at(Store instance) throws Exception;
    }

    /** Several callers at each of several instances do the same at the same time; answers with all that came of it. */
    default <T> List<T> onAllInstances(Work<T> work) {
        List<Store> opened =
                IntStream.range(1, INSTANCES).mapToObj(i -> another()).toList();
        try {
            List<Callable<List<T>>> tasks = new ArrayList<>();
            Stream.concat(Stream.of(store()), opened.stream()).forEach(instance -> {
                for (int caller = 0; caller < CALLERS_EACH; caller++) {
                    tasks.add(() -> work.at(instance));
                }
            });
            return atOnce(tasks).stream().flatMap(Collection::stream).toList();
        } finally {
            opened.forEach(Store::close);
        }
    }
}
