package dev.jobport.crash.run;

import dev.jobport.crash.history.Answer;
import dev.jobport.crash.history.Answer.Refused;
import dev.jobport.crash.history.Family;
import dev.jobport.crash.history.Request;
import dev.jobport.crash.history.Request.Create;
import dev.jobport.crash.history.Request.Delete;
import dev.jobport.crash.history.Request.Find;
import dev.jobport.crash.history.Request.ListTags;
import dev.jobport.crash.history.Request.Tag;
import dev.jobport.crash.history.Request.Untag;
import dev.jobport.crash.history.Request.Update;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes action types of both families, changes and tags them, and parts from them when it has too many. */
final class Provider implements Caller {

    /** So few that the custom ones of all providers fit into the quota, and into one page of the list. */
    private static final int MOST = 10;

    private static final int KEPT_TOMBSTONES = 20;
    private static final List<String> KEYS = List.of("team", "stage", "cost");

    private final String name;
    private final Random random;
    private final Recorder recorder;
    private final List<Create> actionTypes = new ArrayList<>();
    private final Deque<Create> tombstones = new ArrayDeque<>();
    private int made;
    private int marks;

    Provider(String name, Random random, Recorder recorder) {
        this.name = name;
        this.random = random;
        this.recorder = recorder;
    }

    @Override
    public void work() throws InterruptedException {
        if (actionTypes.size() < MOST || oneIn(8)) {
            make();
        } else {
            change(actionTypes.get(random.nextInt(actionTypes.size())));
        }
        if (!tombstones.isEmpty() && oneIn(16)) {
            bringBack(tombstones.remove());
        }
        while (actionTypes.size() > MOST) {
            part(actionTypes.remove(0));
        }
        Thread.sleep(random.nextInt(60));
    }

    private void make() throws InterruptedException {
        Family family = oneIn(2) ? Family.Custom : Family.ThirdParty;
        String actionType = family + "/Deploy/" + name + "-" + ++made + "/1";
        Create create = new Create(actionType, mark(), oneIn(2) ? Map.of(key(), mark()) : Map.of());
        insist(create);
        actionTypes.add(create);
    }

    private void change(Create create) throws InterruptedException {
        String actionType = create.actionType();
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> insist(new Tag(actionType, key(), mark()));
            case 3 -> insist(new Untag(actionType, key()));
            case 4, 5 -> ask(new ListTags(actionType));
            case 6 -> ask(new Find(actionType));
            default ->
                insist(
                        create.family() == Family.ThirdParty
                                ? new Update(actionType, mark())
                                : oneIn(2) ? create : another(create)); // it is there already
        }
    }

    private void part(Create create) throws InterruptedException {
        if (create.family() == Family.Custom) {
            insist(new Delete(create.actionType()));
            tombstones.add(create);
            if (tombstones.size() > KEPT_TOMBSTONES) {
                tombstones.remove();
            }
        }
    }

    /** As it was, or otherwise, which must fail. */
    private void bringBack(Create deleted) throws InterruptedException {
        Create create = oneIn(2) ? deleted : another(deleted);
        if (insist(create) instanceof Refused) {
            tombstones.add(deleted);
        } else {
            actionTypes.add(create);
        }
    }

    private Create another(Create create) {
        return new Create(create.actionType(), mark(), create.tags());
    }

    private String mark() {
        return name + "-" + ++marks;
    }

    private String key() {
        return KEYS.get(random.nextInt(KEYS.size()));
    }

    private Answer insist(Request request) throws InterruptedException {
        return recorder.insist(name, random, request);
    }

    private Answer ask(Request request) throws InterruptedException {
        return recorder.ask(name, random, request);
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }
}
