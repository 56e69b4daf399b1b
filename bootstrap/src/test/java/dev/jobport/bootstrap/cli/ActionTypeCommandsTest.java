package dev.jobport.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Action types are changed without loss, replaced when that is said, and shown. */
class ActionTypeCommandsTest extends WithFakeControlApi {

    private static final String TYPE = "/control/v1/action-types/Custom/Build/Own/1";

    private static String ownType(String properties) {
        return "{\"actionTypeId\":{\"owner\":\"Custom\",\"category\":\"Build\",\"provider\":\"Own\",\"version\":\"1\"},"
                + "\"dispatchLeaseSeconds\":60,\"jobTimeoutSeconds\":3600,\"actionTimeoutSeconds\":86400,"
                + "\"continuationDelaySeconds\":30,\"settings\":{\"entityUrlTemplate\":\"https://a\"},"
                + "\"configurationProperties\":[" + properties + "],"
                + "\"inputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":5},"
                + "\"outputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":5},"
                + "\"declaration\":{\"allowedAccounts\":[\"*\"]},\"tags\":{\"team\":\"checkout\"}}";
    }

    @Test
    void set_sends_only_what_is_named() {
        server.answers("PATCH " + TYPE, 200, ownType(""));

        assertThat(jobport(
                        "action-type",
                        "set",
                        "Custom/Build/Own/1",
                        "--dispatch-lease",
                        "1",
                        "--tag",
                        "team=payments",
                        "--remove-tag",
                        "stage"))
                .isZero();

        assertThat(server.requests)
                .containsExactly("PATCH " + TYPE
                        + " {\"dispatchLeaseSeconds\":1,\"tags\":{\"team\":\"payments\",\"stage\":null}}");
    }

    @Test
    void set_keeps_properties_and_flags_that_it_does_not_name() {
        String properties = "{\"name\":\"Password\",\"required\":false,\"secret\":true},"
                + "{\"name\":\"Old\"},{\"name\":\"Project\",\"required\":true,\"key\":true}";
        server.answers("GET " + TYPE, 200, ownType(properties)).answers("PATCH " + TYPE, 200, ownType(properties));

        assertThat(jobport(
                        "action-type",
                        "set",
                        "Custom/Build/Own/1",
                        "--property",
                        "Password:required",
                        "--property",
                        "Project:-key",
                        "--property",
                        "New",
                        "--remove-property",
                        "Old"))
                .isZero();

        assertThat(server.requests)
                .last()
                .isEqualTo("PATCH " + TYPE + " {\"configurationProperties\":["
                        + "{\"name\":\"Password\",\"required\":true,\"secret\":true},"
                        + "{\"name\":\"Project\",\"required\":true,\"key\":false},{\"name\":\"New\"}]}");
    }

    @Test
    void set_without_a_change_and_the_removal_of_what_is_not_there_are_refused() {
        server.answers("GET " + TYPE, 200, ownType(""));

        assertThat(jobport("action-type", "set", "Custom/Build/Own/1")).isEqualTo(2);
        assertThat(jobport("action-type", "set", "Custom/Build/Own/1", "--remove-property", "X"))
                .isEqualTo(1);

        assertThat(err.toString()).contains("name what is to change", "jobport action-type show Custom/Build/Own/1");
        assertThat(server.requests).noneMatch(request -> request.startsWith("PATCH"));
    }

    @Test
    void a_slip_in_a_flag_is_told_before_the_server_is_asked() {
        assertThat(jobport("action-type", "set", "Custom/Build/Own/1", "--property", "A:reqired"))
                .isEqualTo(2);
        assertThat(jobport("action-type", "put", "Custom/Build/Own/1", "--property", "A:reqired"))
                .isEqualTo(2);

        assertThat(err.toString()).contains("--property takes no flag 'reqired'", "did you mean 'required'?");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void put_replaces_all_only_if_that_is_said() {
        server.answers("PUT " + TYPE + "?replace=true", 200, ownType(""));

        assertThat(jobport("action-type", "put", "Custom/Build/Own/1", "--replace"))
                .isZero();
    }

    @Test
    void all_of_an_action_type_is_shown() {
        server.answers(
                "GET " + TYPE,
                200,
                ownType("{\"name\":\"Project\",\"required\":true,\"key\":true,\"description\":\"which\"},"
                        + "{\"name\":\"Password\",\"secret\":true}"));

        assertThat(jobport("action-type", "show", "Custom/Build/Own/1")).isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "Action type         Custom/Build/Own/1",
                        "Dispatch lease      60 s",
                        "Job timeout         3600 s",
                        "Action timeout      86400 s",
                        "Continuation delay  30 s",
                        "Property            Project:required,key  which",
                        "Property            Password:secret",
                        "Input artifacts     0 to 5",
                        "Output artifacts    0 to 5",
                        "Setting             entityUrlTemplate=https://a",
                        "Declaration         allowedAccounts=[\"*\"]",
                        "Tag                 team=checkout");
    }
}
