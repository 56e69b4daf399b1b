package dev.jobport.domain.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a resource may be labelled with. */
class TagsTest {

    private static Map<String, String> some(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "key" + i, i -> ""));
    }

    @Test
    void there_are_at_most_fifty() {
        assertThat(new Tags(some(50)).values()).hasSize(50);
        assertThatThrownBy(() -> new Tags(some(51))).isInstanceOf(Refusal.TooManyTags.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Größe", "a b", "+-=._:/@", "日本 9", "not aws:", "awsome"})
    void letters_digits_blanks_and_some_signs_are_allowed(String text) {
        assertThat(new Tags(Map.of(text, text)).values()).isEqualTo(Map.of(text, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a?", "a\nb", "🏃", "{a}", "a\"", "a,b"})
    void other_characters_are_not(String text) {
        assertThatThrownBy(() -> new Tags(Map.of(text, ""))).isInstanceOf(Refusal.InvalidTags.class);
        assertThatThrownBy(() -> new Tags(Map.of("key", text))).isInstanceOf(Refusal.InvalidTags.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws:x", "AWS:x", "aws:", " "})
    void a_key_is_neither_awss_own_nor_blank(String key) {
        assertThatThrownBy(() -> new Tags(Map.of(key, ""))).isInstanceOf(Refusal.InvalidTags.class);
    }

    @Test
    void they_are_in_the_order_of_their_keys() {
        Map<String, String> tags = IntStream.range(10, 50)
                .boxed()
                .map(String::valueOf)
                .collect(Collectors.toMap(Function.identity(), k -> k));

        assertThat(List.copyOf(new Tags(tags).values().keySet())).isSorted();
    }
}
