package dev.jobport.architecture.twins.aws_json_knows_no_web_server.adapters.wire;

import com.sun.net.httpserver.HttpExchange;

record SinnerWithAnExchange(HttpExchange exchange) {}
