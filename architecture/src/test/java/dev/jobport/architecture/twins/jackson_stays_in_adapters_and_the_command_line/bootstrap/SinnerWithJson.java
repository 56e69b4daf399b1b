package dev.jobport.architecture.twins.jackson_stays_in_adapters_and_the_command_line.bootstrap;

import com.fasterxml.jackson.databind.ObjectMapper;

record SinnerWithJson(ObjectMapper json) {}
