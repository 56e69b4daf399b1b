package dev.jobport.adapters.persistence.sql;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RememberedTest {

    @Test
    void small_values_are_many_and_large_ones_are_few() {
        Cache<Integer, Integer> small = Remembered.bySize(Integer::longValue);
        Cache<Integer, Integer> large = Remembered.bySize(Integer::longValue);

        IntStream.range(0, 3_000).forEach(i -> small.put(i, 1_000));
        IntStream.range(0, 3_000).forEach(i -> large.put(i, 1_000_000));

        assertThat(small.size()).isEqualTo(3_000);
        assertThat(large.size()).isEqualTo(8);
    }

    @Test
    void a_value_that_is_larger_than_all_the_room_is_left_out_and_drives_out_no_other() {
        Cache<Integer, Long> cache = Remembered.bySize(Long::longValue);
        cache.put(1, 1_000L);
        cache.put(2, Long.MAX_VALUE);

        assertThat(cache.asMap()).containsOnlyKeys(1);
    }

    @Test
    void no_store_remembers_by_number() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Remembered.class.getName())
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(CacheBuilder.class.getName())
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.jobport.adapters.persistence"));
    }
}
