package dev.jobport.architecture.twins.picocli_stays_in_the_command_line.cli;

import picocli.CommandLine.Command;

@Command
record JobCommand() {}
