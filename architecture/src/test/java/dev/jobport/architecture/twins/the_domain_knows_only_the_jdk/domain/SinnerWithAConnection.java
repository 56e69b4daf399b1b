package dev.jobport.architecture.twins.the_domain_knows_only_the_jdk.domain;

import java.net.URLConnection;

record SinnerWithAConnection() {
    String typeOf(URLConnection connection) {
        return connection.getContentType();
    }
}
