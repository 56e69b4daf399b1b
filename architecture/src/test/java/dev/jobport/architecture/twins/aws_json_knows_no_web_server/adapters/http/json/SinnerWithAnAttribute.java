package dev.jobport.architecture.twins.aws_json_knows_no_web_server.adapters.http.json;

import io.javalin.http.Context;

record SinnerWithAnAttribute(Context ctx) {}
