package dev.jobport.domain.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A template becomes a URL when there is a value for each of its places, and no value leaves its place. */
class UrlTemplateTest {

    private static final ActionProgress RUNNING = new ActionProgress(
            new ExecutionDetails(Optional.empty(), Optional.of("run 8/a"), Optional.empty()),
            Optional.of(new CurrentRevision("c0ffee", "change-5", Optional.empty(), Optional.empty())),
            OutputVariables.NONE,
            Optional.empty());

    private static Optional<String> filled(String template, Map<String, String> configuration) {
        return new UrlTemplate(template).fill(configuration, RUNNING);
    }

    @Test
    void places_are_filled_with_the_configuration_and_with_what_was_reported() {
        assertThat(filled(
                        "https://ci.example.com/{Config:Project}/{Config:Branch}?run={ExternalExecutionId}#{RevisionId}",
                        Map.of("Project", "shop", "Branch", "main")))
                .contains("https://ci.example.com/shop/main?run=run%208%2Fa#c0ffee");
    }

    @Test
    void a_template_without_places_is_a_url_already() {
        assertThat(new UrlTemplate("https://ci.example.com/").fill(Map.of(), ActionProgress.NONE))
                .contains("https://ci.example.com/");
    }

    @Test
    void while_a_value_is_missing_there_is_no_url() {
        assertThat(filled("https://a/{Config:Project}", Map.of())).isEmpty();
        assertThat(filled("https://a/{Unheard}", Map.of("Unheard", "of"))).isEmpty();
        assertThat(new UrlTemplate("https://a/{ExternalExecutionId}").fill(Map.of(), ActionProgress.NONE))
                .isEmpty();
        assertThat(new UrlTemplate("https://a/{RevisionId}").fill(Map.of(), ActionProgress.NONE))
                .isEmpty();
    }

    @Test
    void what_has_a_meaning_in_urls_is_encoded() {
        assertThat(filled("https://a/{Config:x}/b", Map.of("x", "../?q=1&r#ä 値$1\\{RevisionId}-._~")))
                .contains("https://a/..%2F%3Fq%3D1%26r%23%C3%A4%20%E5%80%A4%241%5C%7BRevisionId%7D-._~/b");
        assertThat(filled("https://{Config:host}.example.com/", Map.of("host", "evil.com/")))
                .contains("https://evil.com%2F.example.com/");
    }

    @Test
    void an_http_url_may_begin_it() {
        assertThat(filled("{Config:Server}/job", Map.of("Server", "https://ci.example.com:8080/ci")))
                .contains("https://ci.example.com:8080/ci/job");
        assertThat(filled("https://a/?next={Config:Server}", Map.of("Server", "https://b")))
                .contains("https://a/?next=https%3A%2F%2Fb");
        assertThat(filled("{Config:Server}/job", Map.of("Server", "javascript:alert(1)//")))
                .contains("javascript%3Aalert%281%29%2F%2F/job");
        assertThat(filled("{Config:Server}/job", Map.of("Server", "https://a\nb")))
                .contains("https%3A%2F%2Fa%0Ab/job");
    }

    @Test
    void the_properties_that_it_has_places_for_are_known() {
        assertThat(new UrlTemplate("{Config:a}/{Config:b c}/{RevisionId}/{}/{Config:a}").configurationKeys())
                .containsExactlyInAnyOrder("a", "b c");
    }
}
