package dev.jobport.architecture.twins.the_domain_knows_only_the_jdk.domain;

record SinnerWhoPrints() {
    static void print() {
        System.out.println();
    }
}
