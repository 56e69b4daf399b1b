package dev.jobport.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;

/** What the commands tell of themselves. */
class HelpTest {

    @Test
    void each_command_that_asks_a_server_tells_the_variables_that_it_reads() {
        List<CommandLine> asking = all(Main.commandLine())
                .filter(command -> command.getCommandSpec().findOption("--endpoint") != null)
                .toList();

        assertThat(asking).hasSizeGreaterThan(10);
        assertThat(asking)
                .extracting(command -> command.getUsageMessage(Ansi.OFF))
                .allSatisfy(help -> assertThat(help).contains("JOBPORT_ENDPOINT", "JOBPORT_CA", "JOBPORT_TOKEN"));
    }

    @Test
    void what_is_to_be_put_in_is_in_upper_case_unless_it_is_a_choice_of_words() {
        List<ArgSpec> arguments = all(Main.commandLine())
                .flatMap(command -> command.getCommandSpec().args().stream())
                .filter(argument -> argument.arity().max() > 0)
                .toList();

        assertThat(arguments).hasSizeGreaterThan(10);
        assertThat(arguments)
                .allSatisfy(argument -> assertThat(argument.paramLabel()).matches("[^a-z]+|[a-z]+(\\|[a-z]+)+"));
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::all));
    }
}
