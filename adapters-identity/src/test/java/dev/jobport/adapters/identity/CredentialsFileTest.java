package dev.jobport.adapters.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.jobport.domain.actiontype.ActionTypePattern;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** The operator's file: what it may say, what is told when it is wrong, and when a change is noticed. */
class CredentialsFileTest {

    private static final String SECRET = "wJalrXUtnFEMI-SECRET";
    private static final String ONE = "{'keys':[{'accessKeyId':'AKIDONE','secretAccessKey':'" + SECRET + "'}]}";
    private static final String TWO = ONE.replace("AKIDONE", "AKIDTWO");

    private final Logger logger = (Logger) LoggerFactory.getLogger(CredentialsFile.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @TempDir
    private Path directory;

    private Path path;
    private Instant now = Instant.parse("2026-11-23T21:01:28Z");

    @BeforeEach
    void listen() {
        path = directory.resolve("credentials.json");
        logged.start();
        logger.addAppender(logged);
        logger.setAdditive(false);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(logged);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    private void write(String json) throws IOException {
        Files.writeString(path, json.replace('\'', '"'));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }

    private CredentialsFile open(String json) throws IOException {
        write(json);
        return new CredentialsFile(path, () -> now);
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> told(Level level) {
        return logged.list.stream()
                .filter(event -> event.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void keys_are_read_with_all_they_may_do() throws IOException {
        Credentials credentials =
                open("{'keys':[{'accessKeyId':'AKID-1_x','secretAccessKey':'s/3+=s/3+=s/3+=s/3+=','sessionToken':'t','accountId':'210987654321',"
                                + "'actionTypes':['ThirdParty/Test/Acme/1','ThirdParty/Deploy/*/*'],'control':true},"
                                + "{'accessKeyId':'AKIDTWO','secretAccessKey':'s2s2s2s2s2s2s2s2s2s2'}],'controlTokens':['c1c1c1c1c1c1c1c1c1c1',"
                                + "{'token':'c2c2c2c2c2c2c2c2c2c2','accountId':'210987654321'},{'token':'c3c3c3c3c3c3c3c3c3c3'}]}")
                        .current();

        AccessKey key = credentials.find("AKID-1_x").orElseThrow();
        assertThat(key.secretAccessKey()).isEqualTo("s/3+=s/3+=s/3+=s/3+=");
        assertThat(key.sessionToken()).contains("t");
        assertThat(key.actionTypes())
                .containsExactlyInAnyOrder(
                        ActionTypePattern.parse("ThirdParty/Test/Acme/1"),
                        ActionTypePattern.parse("ThirdParty/Deploy/*/*"));
        assertThat(key.control()).isTrue();
        AccessKey other = credentials.find("AKIDTWO").orElseThrow();
        assertThat(other.sessionToken()).isEmpty();
        assertThat(other.actionTypes()).isEmpty();
        assertThat(other.control()).isFalse();
        assertThat(credentials.find("AKIDTHREE")).isEmpty();
        assertThat(key.accountId()).contains("210987654321");
        assertThat(other.accountId()).isEmpty();
        assertThat(credentials.findToken("c1c1c1c1c1c1c1c1c1c1"))
                .map(BearerToken::accountId)
                .contains(Optional.empty());
        assertThat(credentials.findToken("c2c2c2c2c2c2c2c2c2c2").orElseThrow().accountId())
                .contains("210987654321");
        assertThat(credentials.findToken("c3c3c3c3c3c3c3c3c3c3"))
                .map(BearerToken::accountId)
                .contains(Optional.empty());
        assertThat(credentials.findToken("c1")).isEmpty();
        assertThat(credentials.findToken("")).isEmpty();
        assertThat(key.toString()).isEqualTo("AKID-1_x");
    }

    @Test
    void a_token_has_a_name_an_account_action_types_and_control_as_a_key_has() throws IOException {
        Credentials credentials =
                open("{'tokens':[{'name':'acme-1_x','token':'t1t1t1t1t1t1t1t1t1t1','accountId':'210987654321',"
                                + "'actionTypes':['ThirdParty/Test/Acme/1']},"
                                + "{'name':'ops','token':'t2t2t2t2t2t2t2t2t2t2','control':true}]}")
                        .current();

        BearerToken acme = credentials.findToken("t1t1t1t1t1t1t1t1t1t1").orElseThrow();
        assertThat(acme.name()).isEqualTo("acme-1_x");
        assertThat(acme.accountId()).contains("210987654321");
        assertThat(acme.actionTypes()).containsExactly(ActionTypePattern.parse("ThirdParty/Test/Acme/1"));
        assertThat(acme.control()).isFalse();
        BearerToken ops = credentials.findToken("t2t2t2t2t2t2t2t2t2t2").orElseThrow();
        assertThat(ops.actionTypes()).isEmpty();
        assertThat(ops.control()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
        ``                                                  | a value is of the wrong JSON type (line 1, column 0)
        `{'keys':[`                                         | it is not JSON, or a member is there twice (line 1, column 10)
        `{}{}`                                              | a value is of the wrong JSON type (line 1, column 3)
        `{'keys':[],'keys':[]}`                             | it is not JSON, or a member is there twice (line 1, column
        null                                                | it is not a JSON object
        []                                                  | a value is of the wrong JSON type (line 1
        `{'keys':{}}`                                       | a value is of the wrong JSON type at keys (line 1
        `{'keys':['hush']}`                                 | a value is of the wrong JSON type at keys[0] (line 1
        `{'tokens':[null]}`                                 | tokens[0] must be an object
        `{'tokens':[{'token':'hush-hush-hush-hush-'}]}`     | tokens[0].name must be there
        `{'tokens':[{'name':'a','token':'hush'}]}`          | tokens[0].token must have at least 20 characters
        `{'tokens':[{'name':'a','token':'hush-hush-hush-hush-'},{'name':'a','token':'hush-hush-hush-hush+'}]}` | tokens[1].name is there twice
        `{'keys':[null]}`                                   | keys[0] must be an object
        `{'keyz':[]}`                                       | it does not know the member 'keyz' at keyz (line 1, column 12); known there: [
        `{'keys':[{'accessKey':'hush'}]}`                   | it does not know the member 'accessKey' at keys[0].accessKey (line 1
        `{'keys':[{'secretAccessKey':'hush-hush-hush-hush-'}]}`             | keys[0].accessKeyId must be there, with 1 to 128 letters, digits, _ or -
        `{'keys':[{'accessKeyId':'a/b','secretAccessKey':'hush-hush-hush-hush-'}]}` | keys[0].accessKeyId must be there
        `{'keys':[{'accessKeyId':12,'secretAccessKey':'hush-hush-hush-hush-'}]}` | a value is of the wrong JSON type at keys[0].accessKeyId
        `{'keys':[{'accessKeyId':'a'}]}`                    | keys[0].secretAccessKey must be there, and not be empty
        `{'keys':[{'accessKeyId':'a','secretAccessKey':''}]}` | keys[0].secretAccessKey must be there, and not be empty
        `{'keys':[{'accessKeyId':'a','secretAccessKey':{'hush':1}}]}` | a value is of the wrong JSON type at keys[0].secretAccessKey
        `{'keys':[{'accessKeyId':'a','secretAccessKey':'hush-hush-hush-hush-','sessionToken':''}]}` | keys[0].sessionToken must not be empty
        `{'keys':[{'accessKeyId':'a','secretAccessKey':'hush-hush-hush-hush-','control':'hush'}]}` | a value is of the wrong JSON type at keys[0].control
        `{'keys':[{'accessKeyId':'a','secretAccessKey':'hush-hush-hush-hush-'},{'accessKeyId':'a','secretAccessKey':'hush-hush-hush-hush-'}]}` | keys[1].accessKeyId is there twice
        `{'keys':[{'accessKeyId':'a','secretAccessKey':'hush-hush-hush-hush-','actionTypes':['*/*/*/*','Acme']}]}` | keys[0].actionTypes[1] is wrong: 'Acme' is no pattern of action types
        `{'keys':[{'accessKeyId':'a','secretAccessKey':'hush-hush-hush-hush-','actionTypes':['Partner/*/*/*']}]}` | keys[0].actionTypes[0] is wrong: 'Partner' is none of
        `{'keys':[{'accessKeyId':'a','secretAccessKey':'hush-hush-hush-hush-','actionTypes':[null]}]}` | keys[0].actionTypes[0] must be a text
        `{'controlTokens':['hush-hush-hush-hush-',' ']}`                    | controlTokens[1] must be a text that is not empty
        `{'controlTokens':['hush-hush-hush-hush']}`          | controlTokens[0] must have at least 20 characters
        `{'controlTokens':[{'token':'hush-hush-hush-hush'}]}` | controlTokens[0] must have at least 20 characters
        `{'keys':[{'accessKeyId':'a','secretAccessKey':'hush-hush-hush-hush'}]}` | keys[0].secretAccessKey must have at least 20 characters
        `{'controlTokens':[{'accountId':'123456789012'}]}`  | controlTokens[0] must be a text that is not empty, or an object with one as its token
        `{'controlTokens':[{'token':'hush-hush-hush-hush-','region':'r'}]}` | it does not know the member 'region' at controlTokens[0].region
        `{'controlTokens':[{'token':'hush-hush-hush-hush-','accountId':'12'}]}` | controlTokens[0].accountId must be 12 digits, or left out
        `{'keys':[{'accessKeyId':'a','secretAccessKey':'hush-hush-hush-hush-','accountId':'hush'}]}` | keys[0].accountId must be 12 digits, or left out
        `{'controlTokens':['hush-hush-hush-hush-',7]}`                      | a value is of the wrong JSON type at controlTokens[1]
        """)
    void what_is_malformed_is_told_with_file_and_place_and_what_to_do_but_no_secret(String json, String complaint) {
        assertThatExceptionOfType(UnusableCredentials.class)
                .isThrownBy(() -> open(json))
                .withMessageStartingWith("The credentials file " + path + " is malformed: " + complaint)
                .withMessageContaining("It must be like {\"keys\":")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hush", "\n"));
    }

    @Test
    void a_file_that_is_not_there_or_cannot_be_read_is_told() throws IOException {
        assertThatExceptionOfType(UnusableCredentials.class)
                .isThrownBy(() -> new CredentialsFile(path, () -> now))
                .withMessage("There is no credentials file " + path + ": write one, or name another.");
        assertThatExceptionOfType(UnusableCredentials.class)
                .isThrownBy(() -> new CredentialsFile(directory, () -> now))
                .withMessage("The credentials file " + directory
                        + " cannot be read (it is no regular file): make it a file that the server's user may read.");
    }

    @Test
    void a_changed_file_is_read_again_within_a_second() throws IOException {
        CredentialsFile file = open(ONE);
        write(TWO + " ");

        pass(CredentialsFile.LOOK_EVERY.minusMillis(1));
        assertThat(file.current().find("AKIDONE")).isPresent();
        pass(Duration.ofMillis(1));
        assertThat(file.current().find("AKIDONE")).isEmpty();
        assertThat(file.current().find("AKIDTWO")).isPresent();
    }

    @Test
    void a_file_of_the_same_size_is_noticed_by_its_time_and_a_replaced_one_even_with_the_same_time()
            throws IOException {
        CredentialsFile file = open(ONE);
        FileTime modified = Files.getLastModifiedTime(path);

        write(TWO);
        Files.setLastModifiedTime(path, FileTime.from(modified.toInstant().plusMillis(1)));
        pass(CredentialsFile.LOOK_EVERY);
        assertThat(file.current().find("AKIDTWO")).isPresent();

        Path next = Files.writeString(directory.resolve("next"), ONE.replace('\'', '"'));
        Files.setLastModifiedTime(next, FileTime.from(modified.toInstant().plusMillis(1)));
        Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
        pass(CredentialsFile.LOOK_EVERY);
        assertThat(file.current().find("AKIDONE")).isPresent();
    }

    @Test
    void a_change_is_noticed_also_after_the_clock_was_set_back() throws IOException {
        CredentialsFile file = open(ONE);
        write(TWO + " ");
        pass(Duration.ofDays(-1));

        assertThat(file.current().find("AKIDTWO")).isPresent();
    }

    @Test
    void while_a_changed_file_is_unusable_the_old_keys_stay_and_it_is_told_once() throws IOException {
        CredentialsFile file = open(ONE);

        write("{'keys':[{'accessKeyId':'AKIDTWO','secretAccessKey':'" + SECRET);
        for (int i = 0; i < 3; i++) {
            pass(CredentialsFile.LOOK_EVERY);
            assertThat(file.current().find("AKIDONE")).isPresent();
        }
        assertThat(told(Level.ERROR))
                .singleElement()
                .asString()
                .startsWith("The credentials file " + path + " is malformed: it is not JSON")
                .endsWith("The credentials read before stay in use.")
                .doesNotContain(SECRET);

        Files.delete(path);
        pass(CredentialsFile.LOOK_EVERY);
        assertThat(file.current().find("AKIDONE")).isPresent();
        assertThat(told(Level.ERROR)).hasSize(2);

        write(TWO);
        pass(CredentialsFile.LOOK_EVERY);
        assertThat(file.current().find("AKIDTWO")).isPresent();
        assertThat(told(Level.INFO)).containsExactly("credentials read again from " + path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        rw-r--r-- | its group can read it and every user of this machine can read it
        rw----r-- | every user of this machine can read it
        rw--w--w- | its group can change it and every user of this machine can change it
        rw-rw---- | its group can read and change it
        rw-r----- | its group can read it
        rw-----w- | every user of this machine can change it
        """)
    void a_file_that_others_can_read_or_change_gets_a_warning_and_works(String permissions, String who)
            throws IOException {
        write(ONE);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));

        assertThat(new CredentialsFile(path, () -> now).current().find("AKIDONE"))
                .isPresent();
        assertThat(told(Level.WARN)).containsExactly(path + " holds secrets, but " + who + ": chmod 600 it.");

        open(ONE);
        assertThat(told(Level.WARN)).hasSize(1);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_pipe_in_the_files_place_is_told_and_what_comes_after_it_is_seen() throws Exception {
        CredentialsFile file = open(ONE);
        Files.delete(path);
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();

        for (int i = 0; i < 3; i++) {
            pass(CredentialsFile.LOOK_EVERY);
            assertThat(file.current().find("AKIDONE")).isPresent();
        }
        assertThat(told(Level.ERROR))
                .containsExactly("The credentials file " + path + " cannot be read (it is no regular file): make it a"
                        + " file that the server's user may read. The credentials read before stay in use.");

        Files.delete(path);
        write(TWO);
        pass(CredentialsFile.LOOK_EVERY);
        assertThat(file.current().find("AKIDONE")).isEmpty();
    }

    @Test
    void a_file_that_is_far_too_large_is_not_read_into_memory() throws IOException {
        CredentialsFile file = open(ONE);
        try (RandomAccessFile huge = new RandomAccessFile(path.toFile(), "rw")) {
            huge.setLength(100L * 1024 * 1024 * 1024); // of which the disk holds nothing
        }
        pass(CredentialsFile.LOOK_EVERY);

        assertThat(file.current().find("AKIDONE")).isPresent();
        assertThat(told(Level.ERROR)).singleElement().asString().contains("(it is larger than 16777216 bytes)");
    }

    @Test
    void a_file_system_that_hangs_keeps_nobody_and_is_told_once_and_what_comes_after_it_is_seen() throws Exception {
        write(ONE);
        AtomicBoolean hangs = new AtomicBoolean();
        CountDownLatch end = new CountDownLatch(1);
        CredentialsFile file = new CredentialsFile(
                path,
                () -> now,
                it -> {
                    if (hangs.get()) {
                        awaited(end);
                    }
                    return OperatorFile.read(it);
                },
                Duration.ofSeconds(1));

        hangs.set(true);
        write(ONE + " ");
        for (int i = 0; i < 2; i++) {
            pass(CredentialsFile.LOOK_EVERY);
            assertThat(file.current().find("AKIDONE")).isPresent();
        }
        assertThat(told(Level.ERROR))
                .containsExactly(
                        "The credentials file " + path + " does not answer. The credentials read before stay in use.");

        hangs.set(false);
        write(TWO);
        pass(CredentialsFile.LOOK_EVERY);
        assertThat(file.current().find("AKIDONE")).isEmpty();

        end.countDown(); // those who hung come back with what is old
        pass(CredentialsFile.LOOK_EVERY);
        assertThat(file.current().find("AKIDTWO")).isPresent();
    }
}
