package dev.jobport.domain.actiontype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A template becomes a URL when there is a value for each of its places, and no value leaves its place. */
class UrlTemplateTest {

    /** With what the action is configured by, and with what its worker has reported. */
    private static Optional<String> filled(String template, Map<String, String> configuration) {
        Map<String, String> values = new HashMap<>(Map.of("ExternalExecutionId", "run 8/a", "RevisionId", "c0ffee"));
        configuration.forEach((name, value) -> values.put("Config:" + name, value));
        return new UrlTemplate(template).fill(place -> Optional.ofNullable(values.get(place)));
    }

    @Test
    void places_are_filled_with_the_configuration_and_with_what_was_reported() {
        assertThat(filled(
                        "https://ci.example.com/{Config:Project}/{Config:Branch}?run={ExternalExecutionId}#{RevisionId}",
                        Map.of("Project", "shop", "Branch", "main")))
                .contains("https://ci.example.com/shop/main?run=run%208/a#c0ffee");
    }

    @Test
    void a_template_without_places_is_a_url_already() {
        assertThat(new UrlTemplate("https://ci.example.com/").fill(place -> Optional.empty()))
                .contains("https://ci.example.com/");
    }

    @Test
    void while_a_value_is_missing_there_is_no_url() {
        assertThat(filled("https://a/{Config:Project}", Map.of())).isEmpty();
        assertThat(filled("https://a/{Unheard}", Map.of("Unheard", "of"))).isEmpty();
        assertThat(new UrlTemplate("https://a/{ExternalExecutionId}").fill(place -> Optional.empty()))
                .isEmpty();
        assertThat(new UrlTemplate("https://a/{RevisionId}").fill(place -> Optional.empty()))
                .isEmpty();
    }

    @Test
    void what_is_allowed_in_a_path_or_a_fragment_stays() {
        assertThat(filled("https://a/{Config:x}/view", Map.of("x", "project:0b-1/o@b!$&'()*+,;=._~")))
                .contains("https://a/project:0b-1/o@b!$&'()*+,;=._~/view");
        assertThat(filled("https://a/#{Config:x}", Map.of("x", "arn:aws:codebuild:eu-west-1:1:build/a=b")))
                .contains("https://a/#arn:aws:codebuild:eu-west-1:1:build/a=b");
    }

    @Test
    void letters_and_digits_stay_everywhere_and_their_neighbours_do_not() {
        assertThat(filled("https://{Config:x}.example/{Config:x}", Map.of("x", "azAZ09")))
                .contains("https://azAZ09.example/azAZ09");
        assertThat(filled("https://a/{Config:x}", Map.of("x", "`{[^"))).contains("https://a/%60%7B%5B%5E");
        assertThat(filled("https://a{Config:x}", Map.of("x", "@/:"))).contains("https://a%40%2F%3A");
    }

    @Test
    void a_value_never_completes_the_scheme() {
        assertThat(filled("https:/{Config:x}", Map.of("x", "/evil.example"))).isEmpty();
    }

    @Test
    void what_would_change_the_urls_structure_is_encoded() {
        assertThat(filled("https://a/{Config:x}/b", Map.of("x", "?q#%41ä 値\\{RevisionId}\"<>\n")))
                .contains("https://a/%3Fq%23%2541%C3%A4%20%E5%80%A4%5C%7BRevisionId%7D%22%3C%3E%0A/b");
        assertThat(filled("https://a/?q={Config:x}", Map.of("x", "1&r=2+3"))).contains("https://a/?q=1%26r%3D2%2B3");
        assertThat(filled("https://{Config:host}.example.com/", Map.of("host", "me@evil.com:1/")))
                .contains("https://me%40evil.com%3A1%2F.example.com/");
    }

    @Test
    void an_http_url_may_begin_it() {
        assertThat(filled("{Config:Server}/job", Map.of("Server", "https://ci.example.com:8080/ci")))
                .contains("https://ci.example.com:8080/ci/job");
        assertThat(filled("https://a/?next={Config:Server}", Map.of("Server", "https://b")))
                .contains("https://a/?next=https://b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)//",
                "data:text/html,x",
                "https://a\nb",
                "https://a/\"><script>",
                "https://a/\u001b[1m",
                "https://a/\u2028",
                "https://a/%zz",
                "ftp://a/"
            })
    void what_is_no_http_url_is_not_shown(String url) {
        assertThat(filled("{Config:Server}", Map.of("Server", url))).isEmpty();
        assertThat(filled(url, Map.of())).isEmpty();
    }
}
