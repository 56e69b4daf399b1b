package dev.jobport.domain.actiontype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.Tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    void a_list_of_tags_names_each_key_once() {
        assertThat(Tags.of(List.of(new Tag("team", "checkout"), new Tag("stage", ""))))
                .isEqualTo(new Tags(Map.of("team", "checkout", "stage", "")));
        assertThatThrownBy(() -> Tags.of(List.of(new Tag("team", "checkout"), new Tag("team", "payments"))))
                .isInstanceOf(Refusal.InvalidTags.class)
                .hasMessage("Two tags have the key 'team'; give it once.");
    }

    @Test
    void others_come_to_them_and_win_as_long_as_there_is_room() {
        Tags tags = new Tags(Map.of("team", "checkout", "stage", "test"));

        assertThat(tags.with(new Tags(Map.of("team", "payments", "cost", "7"))))
                .isEqualTo(new Tags(Map.of("team", "payments", "stage", "test", "cost", "7")));
        assertThatThrownBy(() -> tags.with(new Tags(some(49))))
                .isInstanceOf(Refusal.TooManyTags.class)
                .hasMessage("There would be 51 tags, and there may be 50; take some away first.");
    }

    @Test
    void those_of_some_keys_go_if_they_are_there() {
        Tags tags = new Tags(Map.of("team", "checkout", "stage", "test"));

        assertThat(tags.without(Set.of("team", "cost"))).isEqualTo(new Tags(Map.of("stage", "test")));
        assertThatThrownBy(() -> tags.without(Set.of("aws:team")))
                .isInstanceOf(Refusal.InvalidTags.class)
                .hasMessage("Keys that begin with aws: are AWS's own; name the tag 'aws:team' otherwise.");
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
