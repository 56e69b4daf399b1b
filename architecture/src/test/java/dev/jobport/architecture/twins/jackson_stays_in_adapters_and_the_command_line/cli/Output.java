package dev.jobport.architecture.twins.jackson_stays_in_adapters_and_the_command_line.cli;

import com.fasterxml.jackson.databind.ObjectMapper;

record Output(ObjectMapper json) {}
