package dev.jobport.architecture.twins.picocli_stays_in_the_command_line.bootstrap;

import picocli.CommandLine.Command;

@Command
record SinnerWithACommand() {}
