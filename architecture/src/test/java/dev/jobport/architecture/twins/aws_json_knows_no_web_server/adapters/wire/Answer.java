package dev.jobport.architecture.twins.aws_json_knows_no_web_server.adapters.wire;

import com.fasterxml.jackson.databind.JsonNode;

public record Answer(JsonNode body) {}
