package dev.jobport.adapters.persistence.memory;

import static java.util.Comparator.comparing;

import dev.jobport.domain.Account;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** Values by their account and their id. Of what is removed nothing stays. */
final class ByAccount<T> {

    private final ConcurrentNavigableMap<Key, T> values =
            new ConcurrentSkipListMap<>(comparing(Key::account).thenComparing(Key::id));

    private record Key(String account, String id) {
        static Key of(Account account, String id) {
            return new Key(account.toString(), id);
        }
    }

    void put(Account account, String id, T value) {
        values.put(Key.of(account, id), value);
    }

    /** Whether there was none. */
    boolean putIfAbsent(Account account, String id, T value) {
        return values.putIfAbsent(Key.of(account, id), value) == null;
    }

    /** Whether there was one. */
    boolean replace(Account account, String id, T value) {
        return values.replace(Key.of(account, id), value) != null;
    }

    /** Whether there was one. */
    boolean remove(Account account, String id) {
        return values.remove(Key.of(account, id)) != null;
    }

    Optional<T> find(Account account, String id) {
        return Optional.ofNullable(values.get(Key.of(account, id)));
    }

    /** Those of the account whose ids come after a text, in the order of their ids. */
    Stream<T> after(Account account, String after) {
        String same = account.toString();
        return values.tailMap(new Key(same, after), false).entrySet().stream()
                .takeWhile(entry -> entry.getKey().account().equals(same))
                .map(Entry::getValue);
    }

    int size() {
        return values.size();
    }
}
