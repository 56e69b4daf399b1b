package dev.jobport.architecture.twins.aws_json_knows_no_web_server.adapters.wire.json;

import com.google.common.hash.HashCode;

record SinnerWithGuava(HashCode hash) {}
