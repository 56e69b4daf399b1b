package dev.jobport.architecture.twins.identity_knows_no_transport.adapters.identity;

import com.sun.net.httpserver.HttpExchange;

record SinnerWithAnExchange(HttpExchange exchange) {}
