package dev.jobport.architecture.twins.aws_json_knows_no_web_server.adapters.http.worker;

import io.javalin.http.Context;

record SinnerWithAContext(Context ctx) {}
