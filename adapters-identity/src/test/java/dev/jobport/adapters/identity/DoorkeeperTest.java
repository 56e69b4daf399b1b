package dev.jobport.adapters.identity;

import static dev.jobport.adapters.identity.Requests.KEY;
import static dev.jobport.adapters.identity.Verification.signed;
import static dev.jobport.adapters.identity.Verification.unsigned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jobport.adapters.identity.Requests.Parts;
import dev.jobport.domain.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of those who fail at the door, and of those who come from the same place. */
class DoorkeeperTest {

    private static final String TOKEN = "a-token-of-some-length";
    private static final String OF_ACME = "a-long-token-of-acme";
    private static final String OTHER_REGION = "eu-west-3";
    private static final String SOURCE = "192.0.2.1";

    @TempDir
    private static Path directory;

    private final List<RefusedCaller> told = new ArrayList<>();
    private Instant now = Verification.NOW;
    private Doorkeeper doorkeeper;

    @BeforeEach
    void hire() throws IOException {
        Path file = Files.writeString(directory.resolve("credentials.json"), """
            {"keys":[{"accessKeyId":"%s","secretAccessKey":"%s"}],"controlTokens":["%s"],
             "tokens":[{"name":"acme","token":"%s","accountId":"210987654321","actionTypes":["Custom/*/*/*"]}]}
            """.formatted(
                        KEY.accessKeyId(), KEY.secretAccessKey(), TOKEN, OF_ACME));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        doorkeeper = Doorkeeper.withCredentials(
                        file,
                        List.of(
                                new Account("000000000000", Requests.REGION),
                                new Account("000000000000", OTHER_REGION)),
                        () -> now)
                .telling(told::add);
    }

    private void control(String token) {
        doorkeeper.admitToControl(
                signed().with("authorization", "Bearer " + token).request(), List.of());
    }

    private void assertGuess(Class<? extends RuntimeException> refusal, int guess) {
        assertThatExceptionOfType(refusal).isThrownBy(() -> control("guess-number-" + guess));
        assertThatExceptionOfType(refusal)
                .isThrownBy(() -> doorkeeper.identify(unsigned()
                        .key(KEY.accessKeyId(), "guess-" + guess)
                        .parts(now)
                        .request()));
    }

    private void exhaust() {
        for (int guess = 0; guess < Doorkeeper.FAILED_TRIES_AT_ONCE / 2; guess++) {
            assertGuess(NotAuthenticated.class, guess);
        }
    }

    @Test
    void who_guesses_too_often_is_not_told_what_was_wrong_until_some_time_has_passed() {
        exhaust();
        for (int guess = 0; guess < 100; guess++) {
            assertGuess(TooManyTries.class, guess);
        }
        assertThatExceptionOfType(TooManyTries.class)
                .isThrownBy(() -> doorkeeper.identify(
                        unsigned().key("AKIDOTHER", "x").parts(now).request()));

        now = now.plus(Doorkeeper.EACH_FAILED_TRY.multipliedBy(2));
        assertGuess(NotAuthenticated.class, 101);
        assertGuess(TooManyTries.class, 102);
    }

    @Test
    void who_is_right_is_let_in_whoever_guesses_from_the_same_place() {
        exhaust();
        assertGuess(TooManyTries.class, 100);

        control(TOKEN);
        assertThat(doorkeeper.identify(signed().request()).name()).isEqualTo(KEY.accessKeyId());
    }

    @Test
    void who_brings_nothing_or_has_the_right_secret_and_a_wrong_clock_does_not_guess() {
        for (int i = 0; i < 2 * Doorkeeper.FAILED_TRIES_AT_ONCE; i++) {
            assertThatExceptionOfType(NotAuthenticated.class)
                    .isThrownBy(() ->
                            doorkeeper.identify(signed().with("authorization").request()));
            assertThatExceptionOfType(NotAuthenticated.class)
                    .isThrownBy(() -> doorkeeper.identify(
                            unsigned().parts(now.minusSeconds(3_600)).request()))
                    .withMessageStartingWith("Signature expired");
        }
    }

    @Test
    void who_may_not_do_what_they_asked_for_is_told_like_who_is_not_let_in() {
        doorkeeper.tellDenied(signed().request());

        assertThat(told)
                .singleElement()
                .satisfies(denied -> assertThat(denied.reason()).isEqualTo("AccessDenied"))
                .satisfies(denied -> assertThat(denied.accessKeyId()).contains(KEY.accessKeyId()));
    }

    @Test
    void who_was_admitted_is_named_by_the_key_or_as_a_token_of_the_account_and_never_by_the_token() {
        Account account = new Account("210987654321", Requests.REGION);

        assertThat(doorkeeper.nameOfAdmitted(signed().request(), account)).isEqualTo(KEY.accessKeyId());
        assertThat(doorkeeper.nameOfAdmitted(
                        signed().with("authorization", "Bearer " + TOKEN).request(), account))
                .isEqualTo("a token of 210987654321");
        assertThat(Doorkeeper.withoutCredentials("localhost", List.of(account))
                        .nameOfAdmitted(signed().request(), account))
                .isEqualTo("anyone");
    }

    @Test
    void each_who_is_refused_is_told_with_the_key_and_the_reason() {
        assertGuess(NotAuthenticated.class, 1);
        assertThatExceptionOfType(NotAuthorized.class)
                .isThrownBy(() -> doorkeeper.admitToControl(signed().request(), List.of()));
        assertThatExceptionOfType(NotAuthorized.class)
                .isThrownBy(
                        () -> doorkeeper.requireOwn(signed().request(), new Account("210987654321", Requests.REGION)));
        doorkeeper.identify(signed().request());

        assertThat(told)
                .containsExactly(
                        new RefusedCaller(Optional.empty(), SOURCE, "UnrecognizedClient"),
                        new RefusedCaller(Optional.of(KEY.accessKeyId()), SOURCE, "InvalidSignature"),
                        new RefusedCaller(Optional.of(KEY.accessKeyId()), SOURCE, "NotAuthorized"),
                        new RefusedCaller(Optional.of(KEY.accessKeyId()), SOURCE, "NotAuthorized"));
    }

    @Test
    void who_guesses_too_often_is_told_as_such() {
        exhaust();
        told.clear();
        assertGuess(TooManyTries.class, 100);

        assertThat(told)
                .containsExactly(
                        new RefusedCaller(Optional.empty(), SOURCE, RefusedCaller.TOO_MANY_TRIES),
                        new RefusedCaller(Optional.of(KEY.accessKeyId()), SOURCE, RefusedCaller.TOO_MANY_TRIES));
    }

    @Test
    void a_secret_in_the_place_of_a_key_is_not_told() {
        for (String id : List.of(KEY.secretAccessKey().replace("/", ""), "AKIDGONE", "line\nbreak")) {
            Parts parts = signed();
            String authorization = parts.header("authorization").replace(KEY.accessKeyId(), id);
            assertThatExceptionOfType(NotAuthenticated.class)
                    .isThrownBy(() -> doorkeeper.identify(
                            parts.with("authorization", authorization).request()));
        }

        assertThat(told)
                .extracting(RefusedCaller::accessKeyId)
                .containsExactly(Optional.empty(), Optional.of("AKIDGONE"), Optional.empty());
    }
}
